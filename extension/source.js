// The page that the content script has told of, built again as a document in which nothing runs or loads.

/**
 * @typedef {object} Page
 * @property {unknown[]} parts `[tag, attributes]` opens an element, a string is a text node, 0 closes
 * @property {boolean} selection whether only the selection was read
 * @property {string} address
 * @property {string} title
 * @property {string} social
 * @property {string} site
 * @property {string} language
 */

/**
 * @param {Page} page
 * @returns {{ text: string, root: Element, numbers: Map<Node, number> }} with the number of each text node
 */
export function rebuild(page) {
  const document = globalThis.document.implementation.createHTMLDocument(page.title);
  document.documentElement.lang = page.language;
  for (const [property, content] of [['og:title', page.social], ['og:site_name', page.site]]) {
    if (!content) continue;
    const meta = document.createElement('meta');
    meta.setAttribute('property', String(property));
    meta.content = content;
    document.head.append(meta);
  }
  const numbers = new Map();
  let text = '';
  /** @type {Node} */
  let here = document.documentElement;
  document.body.remove();
  for (const part of page.parts) {
    if (typeof part === 'string') {
      const node = document.createTextNode(part);
      numbers.set(node, numbers.size);
      here.appendChild(node);
      text += part;
    } else if (part === 0) {
      here = here.parentNode ?? here;
    } else {
      const [tag, attributes] = /** @type {[string, Record<string, string>]} */ (part);
      const element = make(document, tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      here.appendChild(element);
      here = element;
    }
  }
  return { text, root: document.body ?? document.documentElement, numbers };
}

/** @param {Document} document @param {string} tag */
function make(document, tag) {
  try {
    return document.createElement(tag);
  } catch {
    // A name that only a parser allows.
    return document.createElement('div');
  }
}
