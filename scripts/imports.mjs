// Gives the functions that the engine imports from its bindings short names, in both files. The generator's names end in sixteen
// digits that no compression shortens: half a kilobyte of what every reader loads.

import { readFileSync, writeFileSync } from 'node:fs';
import { Failure } from './tools.mjs';

const GENERATED = /__wb[a-z]+_\w+?_[0-9a-f]{16}/g;
const IMPORT_SECTION = 2;
const FUNCTION = 0;

/** @param {string} bindings a file @param {string} wasm a file */
export function shortenImports(bindings, wasm) {
  const text = readFileSync(bindings, 'utf8');
  const names = [...new Set(text.match(GENERATED))];
  if (names.length === 0) throw new Failure(`${bindings} names no imports`);
  const short = new Map(names.map((name, i) => [name, `_${i.toString(36)}`]));
  writeFileSync(bindings, text.replace(GENERATED, (name) => short.get(name) ?? name));
  writeFileSync(wasm, renamed(readFileSync(wasm), short));
}

/** @param {Uint8Array} module @param {Map<string, string>} names */
function renamed(module, names) {
  let at = 8;
  /** @type {number[]} */
  const out = [...module.subarray(0, at)];
  const integer = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  const string = () => {
    const length = integer();
    at += length;
    return new TextDecoder().decode(module.subarray(at - length, at));
  };
  while (at < module.length) {
    const begin = at;
    const section = module[at++];
    const size = integer();
    const end = at + size;
    if (section !== IMPORT_SECTION) {
      for (const byte of module.subarray(begin, end)) out.push(byte);
      at = end;
      continue;
    }
    /** @type {number[]} */
    const body = [];
    const count = integer();
    body.push(...encoded(count));
    for (let i = 0; i < count; i += 1) {
      const from = string();
      const name = string();
      if (module[at++] !== FUNCTION) throw new Failure(`the engine imports something else than functions: ${name}`);
      for (const text of [from, names.get(name) ?? name]) body.push(...encoded(text.length), ...new TextEncoder().encode(text));
      body.push(FUNCTION, ...encoded(integer()));
    }
    out.push(IMPORT_SECTION, ...encoded(body.length), ...body);
  }
  return Uint8Array.from(out);
}

/** A number as LEB128. @param {number} value @returns {number[]} */
function encoded(value) {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...encoded(value >>> 7)];
}
