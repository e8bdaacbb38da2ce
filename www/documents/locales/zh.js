export default {
  opening: '正在打开 {name}…',
  wrongKind: '文件 {name} 不是这里能读的类型：PDF、Word (.docx)、OpenDocument、EPUB、邮件 (.eml)、字幕、网页、Markdown 或文本。',
  tooLarge: '文件 {name} 超过 {size} MB。',
  damaged: '文件 {name} 已损坏，或与其名称不符：读不出任何内容。',
  noText: '文件 {name} 只有文字的图片，或没有文字。文字识别 (OCR) 软件可以补上文字。',
  lost: '{name} 中损坏而未读出的部分：{n}',
  locked: '文件 {name} 已加锁。密码：',
  wrongPassword: '这个密码打不开 {name}。密码：',
  unlock: '打开',
  giveUp: '取消',
  needsFiles: '这个单文件页面能读文本、Markdown、字幕和网页。{name} 请用多文件页面 (npm start) 打开。',
  unreached: '无法加载读取 {name} 所需的文件。有网络吗？',
};
