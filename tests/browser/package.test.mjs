// What npm publishes: it imports without a browser, and what it says of the element is true.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { propertyOf, read } from '../../scripts/manifest.mjs';
import { root } from '../../scripts/tools.mjs';

const text = (/** @type {string} */ file) => readFileSync(join(root, file), 'utf8');
const surface = read();
const sorted = (/** @type {Iterable<string>} */ names) => [...new Set(names)].sort();

describe('the description of the element', () => {
  test('names every attribute, and each has a property', async () => {
    const { NutGrafElement } = await import('../../www/nut-graf.js');
    const attributes = surface.attributes.map(({ name }) => name);
    assert.deepEqual(sorted(attributes), sorted(NutGrafElement.observedAttributes.filter((name) => name !== 'lang')));
    const setters = Object.entries({ ...Object.getOwnPropertyDescriptors(Object.getPrototypeOf(NutGrafElement.prototype)), ...Object.getOwnPropertyDescriptors(NutGrafElement.prototype) })
      .flatMap(([name, { set }]) => (set ? [name] : []));
    for (const attribute of attributes) assert.ok(setters.includes(propertyOf(attribute)), attribute);
  });

  test('names every part, custom property, state and event', () => {
    const parts = [...(text('www/element/frame.js') + text('www/element/extras.js')).matchAll(/part: '([^']+)'/g)].flatMap(([, names = '']) => names.split(' '));
    assert.deepEqual(sorted(surface.parts.map(({ name }) => name)), sorted(parts));
    const properties = ['look', 'size', 'extras-look', 'passage'].map((name) => text(`www/element/${name}.js`))
      .flatMap((file) => [...file.matchAll(/var\((--nut-graf-[\w-]+)/g)].map(([, name = '']) => name));
    assert.deepEqual(sorted(surface.properties.map(({ name }) => name)), sorted(properties));
    const events = [...text('www/nut-graf.js').matchAll(/#emit\('([\w-]+)'/g)].map(([, name = '']) => name);
    assert.deepEqual(sorted(surface.events.map(({ name }) => name)), sorted(events));
    assert.deepEqual(sorted(surface.states.map(({ name }) => name)), ['aside', 'empty', 'error', 'loading', 'ready']);
    assert.deepEqual(sorted(surface.methods.map(({ name }) => name)), ['asText', 'back', 'copy', 'diagnose', 'jump', 'summarize']);
  });

  test('is in the files for editors', () => {
    const manifest = JSON.parse(text('dist/custom-elements.json'));
    assert.equal(manifest.modules[0].declarations[0].tagName, 'nut-graf');
    for (const { path } of manifest.modules) assert.ok(existsSync(join(root, path)), path);
    assert.equal(JSON.parse(text('dist/web-types.json')).contributions.html.elements[0].attributes.length, surface.attributes.length);
    assert.equal(JSON.parse(text('dist/vscode.html-custom-data.json')).tags[0].attributes.length, surface.attributes.length);
  });
});

describe('the package', () => {
  const { exports, version } = JSON.parse(text('package.json'));

  test('has every file that it exports, types first', () => {
    for (const [name, entry] of Object.entries(exports)) {
      for (const path of typeof entry === 'string' ? [entry] : Object.values(/** @type {object} */ (entry))) assert.ok(existsSync(join(root, String(path))), `${name}: ${path}`);
      if (typeof entry === 'object') assert.equal(Object.keys(/** @type {object} */ (entry))[0], 'types', name);
    }
    assert.ok(exports['./nutgraf.wasm'].includes(version));
  });

  test('imports where there is no browser, and touches nothing', () => {
    const code = `const before = Reflect.ownKeys(globalThis).length;
      for (const file of ['nutgraf', 'element', 'define', 'summarizer']) await import('./dist/' + file + '.js');
      if (Reflect.ownKeys(globalThis).length !== before) throw new Error('a new global');
      const { summarize } = await import('./dist/nutgraf.js');
      console.log((await summarize('A ship came in. It carried salt.')).sentences.length);`;
    assert.equal(execFileSync('node', ['--input-type=module', '-e', code], { cwd: root, encoding: 'utf8' }).trim(), '2');
  });

  test('gives up on a signal', async () => {
    const { summarize } = await import('../../www/nutgraf.js');
    await assert.rejects(summarize('A ship came in.', { signal: AbortSignal.abort() }), { name: 'AbortError' });
    const controller = new AbortController();
    const coming = summarize('A ship came in.', { signal: controller.signal });
    controller.abort(new Error('enough'));
    await assert.rejects(coming, /enough/);
  });
});
