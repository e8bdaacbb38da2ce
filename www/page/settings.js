// The language, colours and text size: stored only when the reader asks for it.

import { byId, make } from './dom.js';
import { language, names, preferred, setLanguage } from './strings.js';

const KEY = 'nutgraf';
const SIZES = [0.875, 1, 1.125, 1.25, 1.5, 1.75, 2];
const THEMES = ['auto', 'light', 'dark', 'contrast'];

/** @typedef {{ language: string | null, theme: string, size: number }} Settings */

/** @type {Settings} */
export const settings = { language: null, theme: 'auto', size: 1, ...remembered() };

/** @returns {Partial<Settings>} */
function remembered() {
  try {
    const { language: tag, theme, size } = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return {
      ...(names.some(([name]) => name === tag) ? { language: tag } : {}),
      ...(THEMES.includes(theme) ? { theme } : {}),
      ...(SIZES.includes(size) ? { size } : {}),
    };
  } catch {
    // Storage is not available, or holds something else.
    return {};
  }
}

function isRemembered() {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

function apply() {
  const root = document.documentElement;
  root.dataset.theme = settings.theme;
  root.style.setProperty('--size', String(settings.size));
}

/** @param {boolean} wanted */
function remember(wanted) {
  try {
    if (wanted) localStorage.setItem(KEY, JSON.stringify(settings));
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is not available.
  }
}

/**
 * Applies the settings and lets the reader change them.
 *
 * @param {() => void} onLanguage redraws what the page builds itself
 */
export async function setUpSettings(onLanguage) {
  apply();
  /** @type {HTMLDialogElement} */
  const dialog = byId('settings-dialog');
  /** @type {HTMLSelectElement} */
  const languages = byId('language');
  /** @type {HTMLSelectElement} */
  const theme = byId('theme');
  /** @type {HTMLInputElement} */
  const size = byId('size');
  /** @type {HTMLInputElement} */
  const keep = byId('remember');
  languages.replaceChildren(...names.map(([tag, name]) => {
    const option = make('option', '', name);
    option.value = tag;
    option.lang = tag;
    return option;
  }));
  await setLanguage(settings.language ?? preferred());
  languages.value = language;
  theme.value = settings.theme;
  size.max = String(SIZES.length - 1);
  size.value = String(SIZES.indexOf(settings.size));
  size.setAttribute('aria-valuetext', `${settings.size * 100} %`);
  keep.checked = isRemembered();

  byId('settings').addEventListener('click', () => dialog.showModal());
  dialog.addEventListener('change', async ({ target }) => {
    if (target === languages) {
      settings.language = languages.value;
      await setLanguage(languages.value);
      languages.value = language;
      onLanguage();
    }
    settings.theme = theme.value;
    settings.size = SIZES[size.valueAsNumber] ?? 1;
    size.setAttribute('aria-valuetext', `${settings.size * 100} %`);
    apply();
    remember(keep.checked);
  });
}
