// Copying text, wherever the browser allows it.

/**
 * @param {string} text
 * @param {ShadowRoot | HTMLElement} root may hold a hidden text field for a moment
 * @returns {Promise<boolean>} whether the browser allowed it
 */
export async function copy(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text, root);
  }
}

/**
 * For pages without a clipboard or the permission to use it: on http:, in frames. The document's methods are taken from the
 * prototype because a page can hide them: `<img name="createElement">`.
 *
 * @param {string} text
 * @param {ShadowRoot | HTMLElement} root
 */
function copyBySelection(text, root) {
  const { ownerDocument: document } = root;
  const tree = /** @type {ShadowRoot | Document} */ (root.getRootNode());
  const active = /** @type {HTMLElement | null} */ (tree.activeElement);
  const field = /** @type {HTMLTextAreaElement} */ (Document.prototype.createElement.call(document, 'textarea'));
  field.value = text;
  field.style.position = 'fixed';
  field.style.opacity = '0';
  root.append(field);
  field.select();
  try {
    return Document.prototype.execCommand.call(document, 'copy');
  } catch {
    return false;
  } finally {
    field.remove();
    active?.focus({ preventScroll: true });
  }
}
