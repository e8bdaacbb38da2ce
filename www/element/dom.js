// The document, whatever the page has put in the way: an `<img name="createElement">` hides the method of that name.

/**
 * A property of the document itself.
 *
 * @template {'body' | 'documentElement' | 'readyState' | 'defaultView' | 'fonts'} K
 * @param {Document} document
 * @param {K} name
 * @returns {Document[K]}
 */
export function own(document, name) {
  return Reflect.get(Document.prototype, name, document);
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {Document} document
 * @param {K} tag
 * @param {Record<string, string | boolean>} [attributes] true is an empty attribute, false none
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(document, tag, attributes = {}, ...children) {
  const element = /** @type {HTMLElementTagNameMap[K]} */ (Document.prototype.createElement.call(document, tag));
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}

/**
 * The first element in a document, shadow tree or element that a selector finds.
 *
 * @param {Node} root
 * @param {string} selector
 * @returns {Element | null}
 */
export function find(root, selector) {
  const { prototype } = root instanceof Document ? Document : root instanceof DocumentFragment ? DocumentFragment : Element;
  return prototype.querySelector.call(root, selector);
}

/**
 * The element or the nearest one around it, across shadow trees, that a selector finds.
 *
 * @param {Element} element
 * @param {string} selector
 * @returns {Element | null}
 */
export function around(element, selector) {
  const found = element.closest(selector);
  if (found) return found;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? around(root.host, selector) : null;
}

/** The sheets made for a document, by their text. @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheets = new WeakMap();

/**
 * A style sheet for a document, made once. Throws where there are no such sheets.
 *
 * @param {Document} document
 * @param {string} css
 * @returns {CSSStyleSheet}
 */
export function styleSheet(document, css) {
  const made = sheets.get(document) ?? new Map();
  sheets.set(document, made);
  let sheet = made.get(css);
  if (!sheet) {
    const window = /** @type {Window & typeof globalThis} */ (own(document, 'defaultView'));
    sheet = new window.CSSStyleSheet();
    sheet.replaceSync(css);
    made.set(css, sheet);
  }
  return sheet;
}

/** Adopts a style sheet, once. @param {Document | ShadowRoot} root @param {CSSStyleSheet} sheet */
export function adopt(root, sheet) {
  const { prototype } = root instanceof Document ? Document : ShadowRoot;
  const name = 'adoptedStyleSheets';
  const adopted = Reflect.get(prototype, name, root);
  if (!adopted.includes(sheet)) Reflect.set(prototype, name, [...adopted, sheet], root);
}

/**
 * Listens, though an element of the page may be called `addEventListener`.
 *
 * @param {EventTarget} target
 * @param {string} type
 * @param {(event: Event) => void} listener
 * @param {AddEventListenerOptions} [options]
 */
export function listen(target, type, listener, options) {
  EventTarget.prototype.addEventListener.call(target, type, listener, options);
}
