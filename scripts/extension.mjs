// Builds the browser extension from extension/ and the page's own files: dist/extension/chromium and firefox, each as a folder to
// load unpacked and as a zip for the store.

import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { crc32, deflateRawSync } from 'node:zlib';
import { root, say, start } from './tools.mjs';

const www = join(root, 'www');
const source = join(root, 'extension');
const out = join(root, 'dist/extension');

// What the panel has no use for: the page's own start, its samples and what makes it an app.
const LEFT_OUT = /^(\.\/|demo\.js|manifest\.webmanifest|samples\/.*)$/;

const SCRIPTS = ['panel.js', 'source.js', 'words.js', 'content.js', 'background.js'];

export function buildExtension() {
  rmSync(out, { recursive: true, force: true });
  for (const browser of /** @type {const} */ (['chromium', 'firefox'])) {
    const folder = join(out, browser);
    for (const file of pageFiles()) copy(join(www, file), join(folder, file));
    for (const size of [192, 512]) copy(join(www, `icon-${size}.png`), join(folder, `icon-${size}.png`));
    for (const file of SCRIPTS) writeFileSync(join(folder, file), readFileSync(join(source, file), 'utf8').replaceAll("'../www/", "'./"));
    writeFileSync(join(folder, 'panel.html'), panel());
    writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest(browser), null, 2)}\n`);
    for (const [tag, messages] of Object.entries(JSON.parse(readFileSync(join(source, 'messages.json'), 'utf8')))) {
      const entries = Object.entries(messages).map(([key, message]) => [key, { message }]);
      mkdirSync(join(folder, '_locales', tag), { recursive: true });
      writeFileSync(join(folder, '_locales', tag, 'messages.json'), `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`);
    }
    const zip = zipped(folder);
    writeFileSync(join(out, `nutgraf-${browser}.zip`), zip);
    say(`dist/extension/${browser}, zipped ${Math.round(zip.length / 1000)} KB`);
  }
}

/** All files of the page, as its service worker lists them. @returns {string[]} */
function pageFiles() {
  const worker = readFileSync(join(www, 'sw.js'), 'utf8').split('const OWN')[0];
  const files = runInNewContext(`${worker}; FILES`, {});
  return [...files].filter((file) => !LEFT_OUT.test(file));
}

/** The page with another start. */
function panel() {
  return readFileSync(join(www, 'index.html'), 'utf8')
    .replace(/\n.*<link rel="(?:manifest|apple-touch-icon)".*/g, '')
    .replace('<script type="module" src="demo.js">', '<script type="module" src="panel.js">')
    .replace(/\n *<div id="samples"[\s\S]*?<\/div>/, '\n        <div id="samples" hidden></div>')
    .replace(' autofocus', '');
}

/** @param {'chromium' | 'firefox'} browser */
function manifest(browser) {
  const all = JSON.parse(readFileSync(join(source, 'manifest.json'), 'utf8'));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { chromium, firefox, ...shared } = all;
  return { ...shared, version, ...{ chromium, firefox }[browser], permissions: [...shared.permissions, ...{ chromium, firefox }[browser].permissions ?? []] };
}

/** @param {string} from @param {string} to */
function copy(from, to) {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

/** A zip of a folder, the same for the same files. @param {string} folder */
function zipped(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    .sort();
  /** @type {Buffer[]} */
  const files = [];
  /** @type {Buffer[]} */
  const directory = [];
  let offset = 0;
  for (const name of names) {
    const data = readFileSync(join(folder, name));
    const packed = deflateRawSync(data, { level: 9 });
    const path = Buffer.from(name);
    // Version, UTF-8 names, deflated, the first day that a zip knows.
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(0x0800, 2);
    about.writeUInt16LE(8, 4);
    about.writeUInt16LE(0x21, 8);
    about.writeUInt32LE(crc32(data), 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(data.length, 18);
    about.writeUInt16LE(path.length, 22);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, rest, path);
    const file = [Buffer.from('PK\x03\x04', 'latin1'), about, path, packed];
    files.push(...file);
    offset += Buffer.concat(file).length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listing, end]);
}

await start(import.meta.url, async () => buildExtension());
