/** @import { Strings } from '../types.d.ts' */

/** @type {Strings} */
export default {
  heading: 'باختصار',
  loading: 'جارٍ قراءة المقال…',
  empty: 'النص هنا أقصر من أن يُلخَّص.',
  error: 'تعذّر إعداد الملخص.',
  count: 'الجمل: {n} من {all}',
  time: '{short} بدلًا من {long}',
  length: 'الطول',
  keywords: 'الكلمات المفتاحية',
  why: 'لماذا هذه الجملة',
  copy: 'نسخ',
  copyMarkdown: 'نسخ بصيغة Markdown',
  copied: 'تم النسخ',
  copyFailed: 'لا يسمح المتصفح بالنسخ هنا.',
  shown: 'تم تمييز المقطع. مفتاح Escape يعيدك إلى الملخص.',
  back: 'العودة إلى الملخص',
  updated: 'تم تحديث الملخص.',
  note: 'مقتبس حرفيًّا. استُخرج على جهازك: لم يُرسَل أي شيء.',
  reasons: {
    position: 'الموضع في المقال',
    centrality: 'مشترك مع جمل أخرى',
    keywords: 'المصطلحات الرئيسة',
    title: 'كلمات العنوان',
    names: 'أسماء وأرقام',
    length: 'الطول',
    form: 'الصيغة',
    cue: 'تعلن الفكرة الرئيسة',
    focus: 'الكلمات المطلوبة',
    coverage: 'تضيف جديدًا',
  },
};
