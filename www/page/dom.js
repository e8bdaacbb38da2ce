// Finds and creates elements; content is inserted as text, never as HTML.

/** @template {HTMLElement} T @param {string} id @returns {T} */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return /** @type {T} */ (element);
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} className
 * @param {(Node | string)[]} children
 */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

/** @param {string} label @param {string} className @param {() => void} action */
export function button(label, className, action) {
  const element = make('button', className, label);
  element.type = 'button';
  element.addEventListener('click', action);
  return element;
}

/** @param {string} tag @param {Record<string, string | number>} attributes */
export function svg(tag, attributes) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

/** Whether the reader accepts animation. */
export function moves() {
  return !matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Scrolls an element into view: in its pane, or in the window where the pane doesn't scroll. Does nothing if it is visible.
 *
 * @param {Element} element
 * @param {boolean} [always]
 */
export function reveal(element, always = false) {
  const pane = element.closest('.pane');
  const scrolls = pane && pane.scrollHeight > pane.clientHeight + 1 && getComputedStyle(pane).overflowY === 'auto';
  const box = element.getBoundingClientRect();
  const { top, bottom } = scrolls ? pane.getBoundingClientRect() : { top: 0, bottom: innerHeight };
  if (!always && box.top >= top + 8 && box.bottom <= bottom - 8) return;
  const by = (box.top + box.bottom) / 2 - (top + bottom) / 2;
  (scrolls ? pane : window).scrollBy({ top: by, behavior: moves() ? 'smooth' : 'auto' });
}
