// Runs in the page for as long as the panel is open, in a world of its own: tells the panel what the reader sees, scrolls to
// passages and marks them. Nothing in the page's DOM changes. When the panel closes, all of it is undone.
//
// Nodes are read through the prototypes' own getters: a form with a field called `childNodes` hides the property of that name.

{
  const api = globalThis.browser ?? globalThis.chrome;
  const MARK = 'nutgraf';

  // In UTF-16 units.
  const LARGEST = 16_000_000;
  const SMALLEST_SELECTION = 200;

  // In milliseconds: how long a page must be quiet to be looked at again, and how long one that never is may put that off.
  const QUIET = 500;
  const PATIENCE = 3000;

  const SKIPPED = new Set([
    'HEAD', 'SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'CANVAS', 'VIDEO', 'AUDIO', 'OBJECT', 'EMBED', 'SELECT', 'TEXTAREA', 'INPUT', 'IMG', 'LINK', 'META',
  ]);
  const ATTRIBUTES = ['class', 'id', 'role', 'href', 'lang', 'dir', 'rel', 'itemprop', 'itemtype', 'aria-hidden', 'aria-label', 'data-nosnippet'];

  const getter = (prototype, name) => {
    const { get } = Object.getOwnPropertyDescriptor(prototype, name);
    return (node) => Reflect.apply(get, node, []);
  };
  const method = (prototype, name) => (node, ...args) => Reflect.apply(prototype[name], node, args);
  const firstChild = getter(Node.prototype, 'firstChild');
  const nextSibling = getter(Node.prototype, 'nextSibling');
  const parentElement = getter(Node.prototype, 'parentElement');
  const nodeType = getter(Node.prototype, 'nodeType');
  const tagName = getter(Element.prototype, 'tagName');
  const shadowRoot = getter(Element.prototype, 'shadowRoot');
  const getAttribute = method(Element.prototype, 'getAttribute');
  const checkVisibility = method(Element.prototype, 'checkVisibility');
  const closest = method(Element.prototype, 'closest');
  const matches = method(Element.prototype, 'matches');
  const query = method(Document.prototype, 'querySelector');
  const body = getter(Document.prototype, 'body');

  /** Whether an element is on display, or would be if the reader opened the `<details>` around it. */
  function isShown(element) {
    if (checkVisibility(element)) return true;
    const { display } = getComputedStyle(element);
    if (display === 'contents') return true;
    return display !== 'none' && !matches(element, 'details') && closest(element, 'details:not([open])') !== null;
  }

  /** What a reader sees inside a node: shadow trees in place of their hosts' children, the documents of frames, slotted nodes. */
  function childrenOf(node, tag) {
    const root = nodeType(node) === Node.ELEMENT_NODE ? shadowRoot(node) : null;
    if (tag === 'SLOT') {
      const assigned = HTMLSlotElement.prototype.assignedNodes.call(node);
      if (assigned.length > 0) return assigned;
    }
    if (tag === 'IFRAME') {
      try {
        const inner = body(node.contentDocument);
        return inner ? [inner] : [];
      } catch {
        // Another origin.
        return [];
      }
    }
    const children = [];
    for (let child = firstChild(root ?? node); child; child = nextSibling(child)) children.push(child);
    return children;
  }

  /**
   * The page as the panel builds it again: `[tag, attributes]` opens an element, a string is a text node, 0 closes.
   *
   * @returns {{ parts: unknown[], nodes: Text[], offsets: number[] }} the text nodes in order, and from where each was read
   */
  function visibleParts(range) {
    const parts = [];
    const nodes = [];
    const offsets = [];
    let size = 0;
    const stack = [{ children: [body(document)], at: 0, shown: true }];
    while (stack.length > 0 && size < LARGEST) {
      const here = stack[stack.length - 1];
      const node = here.children[here.at];
      here.at += 1;
      if (!node) {
        stack.pop();
        if (stack.length > 0) parts.push(0);
        continue;
      }
      const type = nodeType(node);
      if (type === Node.TEXT_NODE && here.shown && (!range || range.intersectsNode(node))) {
        const from = range && node === range.startContainer ? range.startOffset : 0;
        const to = range && node === range.endContainer ? range.endOffset : node.data.length;
        const data = node.data.slice(from, to);
        if (data === '') continue;
        parts.push(data);
        nodes.push(node);
        offsets.push(from);
        size += data.length;
      }
      if (type !== Node.ELEMENT_NODE) continue;
      const tag = tagName(node).toUpperCase();
      if (SKIPPED.has(tag) || !isShown(node)) continue;
      const attributes = {};
      for (const name of ATTRIBUTES) {
        const value = getAttribute(node, name);
        if (value !== null) attributes[name] = value;
      }
      parts.push([tag === 'IFRAME' || tag === 'SLOT' ? 'div' : tag.toLowerCase(), attributes]);
      stack.push({ children: childrenOf(node, tag), at: 0, shown: checkVisibility(node, { visibilityProperty: true }) || closest(node, 'details:not([open])') !== null });
    }
    while (stack.length > 1) {
      stack.pop();
      parts.push(0);
    }
    return { parts, nodes, offsets };
  }

  function selectedRange() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || String(selection).trim().length < SMALLEST_SELECTION) return null;
    return selection.getRangeAt(0).cloneRange();
  }

  /** One panel's view of the page. */
  function attend(port) {
    let nodes = [];
    let offsets = [];
    let numbers = new Map();
    let address = '';
    let read = 0;
    let marked = null;

    function readPage({ whole }) {
      const range = whole ? null : selectedRange();
      const found = visibleParts(range);
      ({ nodes, offsets } = found);
      numbers = new Map(nodes.map((node, i) => [node, i]));
      address = location.href;
      read = textLength();
      const meta = (property) => query(document, `meta[property='${property}']`)?.getAttribute('content') ?? '';
      port.postMessage({ page: {
        parts: found.parts,
        selection: range !== null,
        address,
        title: query(document, 'title')?.textContent ?? '',
        social: meta('og:title'),
        site: meta('og:site_name'),
        language: getAttribute(document.documentElement, 'lang') ?? '',
      } });
    }

    const textLength = () => body(document)?.textContent.length ?? 0;

    /** @returns {Range | null} null when the page has changed since */
    function rangeOf([first, start, last, end]) {
      const from = nodes[first];
      const to = nodes[last];
      if (!from?.isConnected || !to?.isConnected) return null;
      const range = from.ownerDocument.createRange();
      try {
        range.setStart(from, start + offsets[first]);
        range.setEnd(to, end + offsets[last]);
      } catch {
        return null;
      }
      return range;
    }

    function mark(range) {
      marked?.delete(MARK);
      marked = null;
      const view = range?.startContainer.ownerDocument.defaultView;
      if (!view?.CSS?.highlights) return;
      marked = view.CSS.highlights;
      marked.set(MARK, new view.Highlight(range));
    }

    function go(place) {
      const range = rangeOf(place);
      mark(range);
      port.postMessage({ gone: range !== null });
      if (!range) return;
      const parent = parentElement(range.startContainer);
      for (let details = closest(parent, 'details:not([open])'); details; details = parentElement(details)?.closest('details:not([open])')) details.open = true;
      const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
      parent.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm ? 'auto' : 'smooth' });
      // From here the Tab key goes on; no element needs a tabindex for it.
      if (range.startContainer.ownerDocument === document) getSelection()?.collapse(range.startContainer, range.startOffset);
    }

    let pause;
    let since = 0;
    const observer = new MutationObserver(() => {
      const now = Date.now();
      if (!since) since = now;
      if (pause && now - since > PATIENCE) return;
      clearTimeout(pause);
      pause = setTimeout(look, QUIET);
    });

    /** Whether the page shows another article than the one that was read, or much more of it. */
    function look() {
      pause = undefined;
      since = 0;
      const step = Math.max(1, Math.floor(nodes.length / 50));
      let gone = 0;
      let tried = 0;
      for (let i = 0; i < nodes.length; i += step) {
        tried += 1;
        if (!nodes[i].isConnected) gone += 1;
      }
      const length = textLength();
      const route = (href) => href.replace(/#(?![/!]).*$/s, '');
      if (gone * 2 > tried || length > read * 1.3 + 400 || route(location.href) !== route(address)) port.postMessage({ changed: true });
    }
    observer.observe(document, { childList: true, characterData: true, subtree: true });

    function point(event) {
      if (event.pointerType !== 'mouse') return;
      const caret = document.caretPositionFromPoint?.(event.clientX, event.clientY);
      const node = caret?.offsetNode;
      const number = node ? numbers.get(node) : undefined;
      port.postMessage({ pointed: number === undefined ? null : [number, caret.offset - offsets[number]] });
    }
    let pointing;
    const onPointer = (event) => {
      clearTimeout(pointing);
      pointing = setTimeout(point, 80, event);
    };
    addEventListener('pointermove', onPointer, { passive: true, capture: true });

    port.onMessage.addListener((message) => {
      if (message.read) readPage(message.read);
      if (message.go) go(message.go);
      if (message.mark !== undefined) mark(message.mark && rangeOf(message.mark));
    });

    port.onDisconnect.addListener(() => {
      observer.disconnect();
      clearTimeout(pause);
      clearTimeout(pointing);
      removeEventListener('pointermove', onPointer, { capture: true });
      mark(null);
      nodes = [];
      numbers.clear();
    });
  }

  // Injected again by every panel that opens; one listener is enough.
  if (!globalThis.nutgrafAttends) {
    globalThis.nutgrafAttends = true;
    api.runtime.onConnect.addListener((port) => {
      if (port.name === 'nutgraf') attend(port);
    });
  }
}
