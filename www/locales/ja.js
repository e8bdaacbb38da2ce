/** @import { Strings } from '../types.d.ts' */

/** @type {Strings} */
export default {
  heading: '要点',
  loading: '記事を読んでいます…',
  empty: '要約するには文章が短すぎます。',
  error: '要約を作成できませんでした。',
  count: '文：{all} 文中 {n} 文',
  time: '{short}（全文は {long}）',
  length: '長さ',
  keywords: 'キーワード',
  why: 'この文を選んだ理由',
  copy: 'コピー',
  copyMarkdown: 'Markdown でコピー',
  copied: 'コピーしました',
  copyFailed: 'ここではブラウザがコピーを許可していません。',
  shown: '該当箇所に印を付けました。Esc キーで要約に戻ります。',
  back: '要約に戻る',
  updated: '要約が更新されました。',
  note: '原文のまま引用しています。端末内で処理され、何も送信されていません。',
  reasons: {
    position: '記事内の位置',
    centrality: 'ほかの文との共通点',
    keywords: '重要語',
    title: '題名の語',
    names: '名称と数',
    length: '長さ',
    form: '文の形',
    cue: '要点を告げる表現',
    focus: '指定された語',
    coverage: '新しい情報',
  },
};
