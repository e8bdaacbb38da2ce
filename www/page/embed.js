// The markup that puts <nut-graf> on a page, made from the settings of this one, with the element itself as a preview.

import { copy } from '../shared/clipboard.js';
import { byId } from './dom.js';
import { words } from './strings.js';

const SWITCHES = { slider: 'with-slider', keywords: 'with-keywords', reasons: 'with-reasons' };

/** @param {() => { level: number | null, focus: string[], theme: string, sample: string }} settings */
export function setUpEmbed(settings) {
  /** @type {HTMLDialogElement} */
  const dialog = byId('embed-dialog');
  const code = byId('embed-code');
  const preview = byId('embed-preview');

  const show = () => {
    const attributes = chosen(settings());
    code.textContent = `<link rel="stylesheet" href="nut-graf.css">\n<script src="nut-graf.js" defer></script>\n\n<nut-graf for="article"${written(attributes)}></nut-graf>\n\n<article id="article">…</article>`;
    const element = document.createElement('nut-graf');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.setAttribute('heading-level', '3');
    element.lang = document.documentElement.lang;
    preview.replaceChildren(element);
    /** @type {any} */ (element).source = settings().sample;
  };

  byId('embed').addEventListener('click', async () => {
    dialog.showModal();
    // The element's own file; it is among those the page keeps for working offline.
    await import('../define.js').catch(() => {});
    show();
  });
  for (const name of Object.keys(SWITCHES)) byId(`embed-${name}`).addEventListener('change', show);
  byId('embed-copy').addEventListener('click', async () => {
    byId('embed-copy').textContent = await copy(code.textContent ?? '', dialog) ? words.copied : words.copyFailed;
    setTimeout(() => { byId('embed-copy').textContent = words.copyCode; }, 2000);
  });
}

/** @param {{ level: number | null, focus: string[], theme: string }} settings */
function chosen({ level, focus, theme }) {
  /** @type {Record<string, string>} */
  const attributes = {};
  if (level) attributes.length = String(level);
  if (focus.length > 0) attributes.focus = focus.join(', ');
  if (theme === 'light' || theme === 'dark') attributes.theme = theme;
  for (const [name, attribute] of Object.entries(SWITCHES)) {
    if (/** @type {HTMLInputElement} */ (byId(`embed-${name}`)).checked) attributes[attribute] = '';
  }
  return attributes;
}

/** @param {Record<string, string>} attributes */
function written(attributes) {
  return Object.entries(attributes).map(([name, value]) => (value ? ` ${name}="${escaped(value)}"` : ` ${name}`)).join('');
}

/** @param {string} value */
function escaped(value) {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
