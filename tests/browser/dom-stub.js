// @ts-nocheck: a piece of another module.
//
// Stands in for the engine's summarizeDom where a build has none yet: the text of every text node, a blank line a block.
// Appended to the generated module by the tests.

const BLOCKS = /^(ARTICLE|ASIDE|BLOCKQUOTE|DIV|FIGCAPTION|H[1-6]|LI|MAIN|P|SECTION|TD)$/;
const SKIPPED = /^(NUT-GRAF|SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/;

export function summarizeDom(root, options) {
  const nodes = [];
  const starts = [];
  let text = '';
  const walk = (node) => {
    if (node.nodeType === 3) {
      nodes.push(node);
      starts.push(text.length);
      text += node.data;
    } else {
      if (node !== root && SKIPPED.test(node.nodeName)) return;
      for (const child of node.childNodes) walk(child);
      if (BLOCKS.test(node.nodeName)) text += '\n\n';
    }
  };
  walk(root);
  return { digest: summarize(text, options), text, nodes, starts: Uint32Array.from(starts) };
}
