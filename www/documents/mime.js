// The parts of a MIME message, as far as saved web pages use it.

/** @typedef {{ type: string, charset: string | null, bytes: Uint8Array }} Piece */

/** @param {Uint8Array} bytes @returns {Piece[]} */
export function inPieces(bytes) {
  // One character a byte, so that offsets are the same.
  const text = new TextDecoder('iso-8859-1').decode(bytes);
  const { head, body } = halves(text);
  const boundary = parameter(head, 'boundary');
  const parts = boundary ? text.split(`--${boundary}`).slice(1, -1) : [`${head}\r\n\r\n${body}`];
  return parts.map((part) => {
    const inner = halves(part.replace(/^\r?\n/, ''));
    return {
      type: inner.head.match(/^content-type:\s*([\w/+.-]+)/im)?.[1]?.toLowerCase() ?? '',
      charset: parameter(inner.head, 'charset'),
      bytes: decoded(inner.body, inner.head.match(/^content-transfer-encoding:\s*([\w-]+)/im)?.[1]?.toLowerCase() ?? ''),
    };
  });
}

/** @param {string} text */
function halves(text) {
  const end = text.match(/\r?\n\r?\n/);
  const at = end?.index ?? text.length;
  return { head: text.slice(0, at).replace(/\r?\n[ \t]+/g, ' '), body: text.slice(at + (end?.[0].length ?? 0)) };
}

/** @param {string} head @param {string} name */
function parameter(head, name) {
  const found = head.match(new RegExp(`^content-type:.*?\\b${name}=(?:"([^"]+)"|([^\\s;]+))`, 'im'));
  return found?.[1] ?? found?.[2] ?? null;
}

/** @param {string} body @param {string} encoding */
function decoded(body, encoding) {
  const text =
    encoding === 'base64' ? attempt(() => atob(body.replace(/\s/g, '')), body)
    : encoding === 'quoted-printable' ? body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16)))
    : body;
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** @param {() => string} run @param {string} otherwise */
function attempt(run, otherwise) {
  try {
    return run();
  } catch {
    return otherwise;
  }
}
