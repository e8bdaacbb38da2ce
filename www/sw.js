// Keeps the page's own files for when there is no network, and receives what other apps share. It stores and answers nothing else.

const worker = /** @type {any} */ (globalThis);

const CACHE = 'nutgraf';

// All of the page's files; tests/browser/offline.test.mjs compares.
const FILES = [
  './', 'demo.js', 'icon.svg', 'manifest.webmanifest',
  'nutgraf.js', 'engine.js', 'binary.js', 'wasm.js', 'bindings.js', 'errors.js', 'start-worker.js', 'worker.js',
  'pkg/nutgraf.js', 'pkg/nutgraf_bg.wasm',
  'define.js', 'nut-graf.js',
  ...['base', 'article', 'summary', 'layout'].map((name) => `styles/${name}.css`),
  ...['abort', 'clipboard', 'format', 'worker-client'].map((name) => `shared/${name}.js`),
  ...['announce', 'attributes', 'box', 'choice', 'diagnosis', 'dom', 'english', 'export', 'extras', 'extras-look', 'frame', 'look', 'messages', 'passage', 'properties', 'reading', 'size', 'source', 'view', 'visit'].map((name) => `element/${name}.js`),
  ...[
    'address', 'article', 'boot', 'decisions', 'dom', 'embed', 'focus-chips', 'input',
    'intake', 'map', 'offline', 'output', 'own-scripts', 'panes', 'points', 'reader', 'reading', 'samples', 'screen',
    'settings', 'source', 'state', 'strings', 'trusted-types', 'why', 'zoom',
  ].map((name) => `page/${name}.js`),
  ...['adapters', 'ask-password', 'decode', 'mime', 'open', 'plain', 'unreadable', 'words'].map((name) => `documents/${name}.js`),
  'locales/index.js',
  ...['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'ru', 'zh'].flatMap((tag) => [`locales/${tag}.js`, `page/locales/${tag}.js`, `documents/locales/${tag}.js`]),
  ...['ar', 'de', 'en', 'es', 'fr', 'it', 'ja', 'pt', 'ru', 'zh'].map((tag) => `samples/${tag}.txt`),
];

const OWN = new Set(FILES.map((file) => new URL(file, location.href).href));
// What reads a kind of file is large: it is kept once it was needed.
const ADAPTERS = new URL('pkg/documents/', location.href).href;
const SHARE = new URL('share', location.href).href;

// Resolves with the page that listens for what is shared.
let listener = deferred();

worker.addEventListener('message', (/** @type {any} */ { data, source }) => {
  if (data === 'ready') listener.resolve(source);
});

worker.addEventListener('install', (/** @type {any} */ event) => {
  worker.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

worker.addEventListener('activate', (/** @type {any} */ event) => {
  event.waitUntil(worker.clients.claim());
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const { href } = new URL(request.url);
  if (request.method === 'POST' && href === SHARE) {
    event.respondWith(Response.redirect(new URL('./#shared', location.href), 303));
    event.waitUntil(share(request.formData()));
  } else if (request.method === 'GET' && (href.startsWith(ADAPTERS) || OWN.has(href.replace(/[?#].*$/s, '').replace(/\/index\.html$/, '/')))) {
    event.respondWith(own(request));
  }
});

/** Answers from the network, so that nobody is left with an old version; without a network, with the copy. @param {Request} request */
async function own(request) {
  const address = request.url.replace(/[?#].*$/s, '').replace(/\/index\.html$/, '/');
  /** @type {Response} */
  let response;
  try {
    response = await fetch(request);
  } catch (error) {
    const copy = await caches.match(address);
    if (copy) return copy;
    throw error;
  }
  if (response.ok && !request.url.includes('?')) await keep(address, response.clone());
  return response;
}

/** Replaces the copy of a file. A full disk leaves the old one; the page has its answer from the network. @param {string} address @param {Response} response */
async function keep(address, response) {
  try {
    const cache = await caches.open(CACHE);
    await cache.put(address, response);
  } catch {
    // No room.
  }
}

/** Waits until the page listens, then hands over what was shared; nothing of it is stored. @param {Promise<FormData>} coming */
async function share(coming) {
  listener = deferred();
  const data = await coming;
  const file = data.get('file');
  const shared = {
    title: String(data.get('title') ?? ''),
    text: file instanceof File && file.size > 0 ? await file.text() : String(data.get('text') ?? ''),
    url: String(data.get('url') ?? ''),
    html: file instanceof File && (file.type === 'text/html' || /\.html?$/i.test(file.name)),
  };
  const page = await Promise.race([listener.promise, new Promise((done) => setTimeout(done, 10_000))]);
  page?.postMessage({ shared });
}

/** @returns {{ promise: Promise<any>, resolve: (value: any) => void }} */
function deferred() {
  let resolve = (/** @type {any} */ _) => {};
  const promise = new Promise((done) => { resolve = done; });
  return { promise, resolve };
}
