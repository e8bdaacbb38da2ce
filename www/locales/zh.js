/** @import { Strings } from '../types.d.ts' */

/** @type {Strings} */
export default {
  heading: '内容提要',
  loading: '正在阅读文章…',
  empty: '这里的文字太少，无法摘要。',
  error: '无法生成摘要。',
  count: '句子：{n} / {all}',
  time: '{short}，而非 {long}',
  length: '长度',
  keywords: '关键词',
  why: '为何选这一句',
  copy: '复制',
  copyMarkdown: '复制为 Markdown',
  copied: '已复制',
  copyFailed: '浏览器不允许在此复制。',
  shown: '已标出该段落。按 Esc 键返回摘要。',
  back: '返回摘要',
  updated: '摘要已更新。',
  note: '逐字引用。在您的设备上完成，未发送任何内容。',
  reasons: {
    position: '在文章中的位置',
    centrality: '与其他句子的共同之处',
    keywords: '关键术语',
    title: '标题用词',
    names: '名称与数字',
    length: '长度',
    form: '句式',
    cue: '点明要旨',
    focus: '指定的词',
    coverage: '带来新信息',
  },
};
