// Fails when files import each other in a circle: Rust under src/ (tests aside), JavaScript under www/.
//
//   node scripts/check-imports.mjs

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** @typedef {Map<string, Set<string>>} Imports for each file the files that it imports */

/** @param {string} folder @param {string} ending */
function files(folder, ending) {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
  return names.map((name) => join(folder, name).replaceAll('\\', '/')).sort();
}

/** @param {string} name */
function read(name) {
  return readFileSync(name, 'utf8').replace(/\/\*[^]*?\*\//g, '').replace(/(^|[^:'"])\/\/.*$/gm, '$1');
}

/** `a::{b, c::{d, e}}` as `a::b`, `a::c::d` and `a::c::e`. @param {string} tree @returns {string[]} */
function paths(tree) {
  const open = tree.indexOf('{');
  if (open < 0) return [tree.replace(/\s+as\s+\w+|\s/g, '')];
  const parts = [''];
  let depth = 0;
  for (const c of tree.slice(open + 1, tree.lastIndexOf('}'))) {
    depth += c === '{' ? 1 : c === '}' ? -1 : 0;
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c;
  }
  return parts.filter((part) => part.trim()).flatMap((part) => paths(tree.slice(0, open) + part.trim()));
}

/** @returns {Imports} */
function rustImports() {
  const sources = new Map(files('src', '.rs').map((name) => [modulePath(name), { name, text: read(name) }]));
  for (const [module, { text }] of [...sources]) {
    for (const [, test] of text.matchAll(/#\[cfg\(test\)\]\s*mod (\w+);/g)) sources.delete(`${module}::${test}`);
  }
  // What the crate's root re-exports is looked up where it is defined, and is no import of the root's.
  const root = sources.get('crate') ?? { name: '', text: '' };
  const exported = [...root.text.matchAll(/pub use ([^;]+);/g)].flatMap(([, tree]) => paths(String(tree)));
  const definitions = new Map(exported.map((path) => [`crate::${path.split('::').at(-1)}`, `crate::${path}`]));
  root.text = root.text.replace(/pub use [^;]+;/g, '');

  return new Map([...sources].map(([module, { name, text }]) => {
    const code = text.replace(/#\[cfg\(test\)\]\s*(mod \w+ \{[^]*|mod \w+;)/g, '');
    const children = [...code.matchAll(/^\s*(?:pub(?:\([^)]*\))? )?mod (\w+);/gm)].map(([, child]) => child);
    const used = new Set();
    for (const path of pathsIn(code)) {
      const absolute = children.includes(path.split('::')[0]) ? `${module}::${path}` : absolutePath(path, module);
      let target = definitions.get(absolute) ?? absolute;
      while (target.includes('::') && !sources.has(target)) target = parent(target);
      const file = sources.get(target)?.name;
      if (file && file !== name) used.add(file);
    }
    return [name, used];
  }));
}

/** @param {string} name */
function modulePath(name) {
  return name === 'src/lib.rs' ? 'crate' : `crate::${name.slice('src/'.length, -'.rs'.length).replaceAll('/', '::')}`;
}

/** @param {string} path */
function parent(path) {
  return path.slice(0, path.lastIndexOf('::'));
}

/** All paths that Rust code names, in `use` declarations and elsewhere. @param {string} code */
function pathsIn(code) {
  const used = [...code.matchAll(/\buse ([^;]+);/g)].flatMap(([, tree]) => paths(String(tree)));
  return [...used, ...[...code.matchAll(/(?<![\w:])\w+(?:::\w+)+/g)].map(([path]) => path)];
}

/** @param {string} path @param {string} module where it is written */
function absolutePath(path, module) {
  let base = module;
  let rest = path.replace(/^self::/, '');
  while (rest.startsWith('super::')) {
    base = parent(base);
    rest = rest.slice('super::'.length);
  }
  return base === module && rest === path ? path : `${base}::${rest}`;
}

/** @returns {Imports} */
function scriptImports() {
  return new Map(files('www', '.js').filter((name) => !name.startsWith('www/pkg/')).map((name) => {
    const found = [...read(name).matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)];
    return [name, new Set(found.map(([, path]) => normalize(join(dirname(name), String(path)))))];
  }));
}

/** The shortest way from a file back to itself, empty when there is none. @param {Imports} imports @param {string} start */
function circle(imports, start) {
  const cameFrom = new Map();
  const queue = [start];
  for (const file of queue) {
    for (const next of imports.get(file) ?? []) {
      if (!cameFrom.has(next)) queue.push(next);
      if (!cameFrom.has(next)) cameFrom.set(next, file);
    }
  }
  const way = [];
  for (let at = cameFrom.get(start); at; at = at === start ? undefined : cameFrom.get(at)) way.unshift(at);
  return way;
}

const circles = [rustImports(), scriptImports()].flatMap((imports) => {
  const seen = new Set();
  return [...imports.keys()].flatMap((file) => {
    const way = circle(imports, file);
    if (way.length === 0 || way.some((name) => seen.has(name))) return [];
    way.forEach((name) => seen.add(name));
    return [[...way, way[0]].join(' → ')];
  });
});
if (circles.length > 0) {
  console.error(circles.map((way) => `circle of imports: ${way}`).join('\n'));
  console.error('Move what the files of a circle share into a file that imports none of them.');
  process.exitCode = 1;
}
