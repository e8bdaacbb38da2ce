// Describes the element for editors, from its class and its comments.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, must, root } from './tools.mjs';

/** @typedef {{ name: string, type?: string, default?: string, description: string }} Entry */

/** The properties whose name doesn't follow from their attribute's. @type {Record<string, string>} */
const PROPERTY = { focus: 'focusWords' };

/** @param {string} version @returns {Record<string, object>} by file */
export function manifests(version) {
  const surface = read();
  return {
    'custom-elements.json': customElements(surface),
    'web-types.json': webTypes(surface, version),
    'vscode.html-custom-data.json': vscode(surface),
  };
}

/** What the element offers, as custom-elements-manifest/analyzer finds it in the class and its comments. */
export function read() {
  const folder = join('target', 'manifest');
  const globs = ['www/nut-graf.js', 'www/element/*.js'].flatMap((glob) => ['--globs', glob]);
  must('cem', ['analyze', ...globs, '--outdir', folder, '--quiet'], { quiet: true });
  /** @type {{ modules: { declarations: any[] }[] }} */
  const { modules } = JSON.parse(readFileSync(join(root, folder, 'custom-elements.json'), 'utf8'));
  const declaration = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === 'nut-graf');
  if (!declaration) throw new Failure('www/nut-graf.js has no comment with @tagname nut-graf');
  /** @param {any[]} found @returns {Entry[]} */
  const entries = (found) => found.map(({ name, type, default: value, description = '' }) => (
    { name, ...(type ? { type: type.text } : {}), ...(value ? { default: value } : {}), description }
  ));
  const attributes = entries(declaration.attributes);
  const properties = attributes.map(({ name }) => propertyOf(name));
  // What has neither a description nor an attribute is not meant for others.
  const members = declaration.members.filter((/** @type {any} */ { name, privacy, description }) => privacy !== 'private' && (description || properties.includes(name)));
  return {
    declaration, members, attributes,
    summary: String(declaration.summary),
    slots: entries(declaration.slots),
    parts: entries(declaration.cssParts),
    properties: entries(declaration.cssProperties),
    states: entries(declaration.cssStates),
    // The analyzer also lists the types of events that are dispatched by a variable.
    events: entries(declaration.events).filter(({ description }) => description),
    methods: entries(members.filter((/** @type {any} */ { kind, static: isStatic }) => kind === 'method' && !isStatic)),
  };
}

/** @param {string} attribute */
export function propertyOf(attribute) {
  return PROPERTY[attribute] ?? attribute.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

/** @param {ReturnType<typeof read>} surface */
function customElements({ declaration, members, events }) {
  const { name } = declaration;
  const element = {
    ...declaration,
    superclass: { name: 'HTMLElement' },
    attributes: declaration.attributes.map((/** @type {Entry} */ attribute) => ({ ...attribute, fieldName: propertyOf(attribute.name) })),
    members,
    events: declaration.events.filter((/** @type {Entry} */ event) => events.some(({ name: known }) => known === event.name)),
  };
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module', path: 'dist/element.js', declarations: [element],
        exports: [{ kind: 'js', name, declaration: { name, module: 'dist/element.js' } }],
      },
      {
        kind: 'javascript-module', path: 'dist/define.js', declarations: [],
        exports: [{ kind: 'custom-element-definition', name: 'nut-graf', declaration: { name, module: 'dist/element.js' } }],
      },
    ],
  };
}

/** @param {ReturnType<typeof read>} surface @param {string} version */
function webTypes({ summary, attributes, slots, parts, properties, events }, version) {
  const plain = (/** @type {Entry[]} */ entries) => entries.map(({ name, description }) => ({ name, description }));
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: 'nutgraf',
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: [{
          name: 'nut-graf',
          description: summary,
          attributes: attributes.map(({ name, type = 'string', description, default: value }) => ({
            name, description, value: { type, ...(type === 'boolean' ? { kind: 'no-value' } : {}) }, ...(value ? { default: value } : {}),
          })),
          slots: plain(slots),
          js: {
            properties: attributes.map(({ name, description, type }) => ({ name: propertyOf(name), description, type })),
            events: plain(events),
          },
          css: { parts: plain(parts), properties: plain(properties) },
        }],
      },
    },
  };
}

/** @param {ReturnType<typeof read>} surface */
function vscode({ summary, attributes }) {
  return {
    $schema: 'https://raw.githubusercontent.com/microsoft/vscode-html-languageservice/main/docs/customData.schema.json',
    version: 1.1,
    tags: [{
      name: 'nut-graf',
      description: summary,
      attributes: attributes.map(({ name, description, type = 'string' }) => {
        const values = [...type.matchAll(/'([\w-]+)'|\b(\d)\b/g)].map(([, word, digit]) => ({ name: word ?? digit }));
        return { name, description, ...(type === 'boolean' ? { valueSet: 'v' } : {}), ...(values.length ? { values } : {}) };
      }),
    }],
    globalAttributes: [],
    valueSets: [],
  };
}
