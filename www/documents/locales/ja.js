export default {
  opening: '{name} を開いています…',
  wrongKind: 'ファイル {name} はここで読める種類ではありません。PDF、Word (.docx)、OpenDocument、EPUB、メール (.eml)、字幕、ウェブページ、Markdown、テキストが読めます。',
  tooLarge: 'ファイル {name} は {size} MB を超えています。',
  damaged: 'ファイル {name} は壊れているか、名前どおりの種類ではありません。何も読み取れません。',
  noText: 'ファイル {name} は文字の画像だけか、文字がありません。文字認識 (OCR) のソフトで文字を加えられます。',
  lost: '{name} の壊れていて読めなかった部分：{n}',
  locked: 'ファイル {name} はロックされています。パスワード：',
  wrongPassword: 'このパスワードでは {name} を開けません。パスワード：',
  unlock: '開く',
  giveUp: 'キャンセル',
  needsFiles: '1 ファイル版のこのページはテキスト、Markdown、字幕、ウェブページを読みます。{name} は通常版のページ (npm start) で読めます。',
  unreached: '{name} を読むためのファイルを取得できません。ネットワークはありますか。',
};
