// What editors know of the element, from the comment at the head of its class and its generated types.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, root } from './tools.mjs';

/** @typedef {{ name: string, type?: string, default?: string, description: string }} Entry */

/** @type {Record<string, string>} property by attribute, where the name doesn't follow */
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

/** The tags of the class comment, by kind. */
export function read() {
  const text = readFileSync(join(root, 'www/nut-graf.js'), 'utf8');
  const comment = text.match(/\/\*\*((?:(?!\*\/)[\s\S])*?@tagname[\s\S]*?)\*\//)?.[1];
  if (!comment) throw new Failure('www/nut-graf.js has no comment that describes the element');
  const lines = comment.split('\n').map((line) => line.replace(/^\s*\* ?/, ''));
  /** @param {string} tag @returns {Entry[]} */
  const entries = (tag) => lines.flatMap((line) => {
    const match = line.match(new RegExp(`^@${tag} (?:\\{(.+?)\\} )?(?:\\[([\\w-]+)(?:=([^\\]]+))?\\]|([\\w-]+))?\\s*- (.+)$`));
    if (!match) return [];
    const [, type, optional, value, name, description = ''] = match;
    return [{ name: optional ?? name ?? '', ...(type ? { type } : {}), ...(value ? { default: value } : {}), description }];
  });
  const summary = lines.find((line) => line.startsWith('@summary'))?.slice(9) ?? '';
  const description = lines.slice(0, lines.findIndex((line) => line.startsWith('@'))).join('\n').trim();
  return {
    summary, description,
    attributes: entries('attr'), slots: entries('slot'), parts: entries('csspart'), properties: entries('cssproperty'),
    states: entries('cssstate'), events: entries('event'), methods: methods(text),
  };
}

/** The public methods, with what is said of them. @param {string} text */
function methods(text) {
  const found = text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*?)\*\/\n {2}(?:async )?([a-z]\w*)\(([^)]*)\) \{/g);
  return [...found]
    .map(([, comment = '', name = '']) => ({ name, description: (comment.match(/[A-Z][^\n@]*/)?.[0] ?? '').trim() }))
    .filter(({ name }) => !name.endsWith('Callback') && name !== 'addLocale');
}

/** @param {string} attribute */
export function propertyOf(attribute) {
  return PROPERTY[attribute] ?? attribute.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

/** @param {string} type */
const typed = (type) => ({ type: { text: type } });

/** @param {ReturnType<typeof read>} surface */
function customElements({ summary, description, attributes, slots, parts, properties, states, events, methods: own }) {
  const declaration = {
    kind: 'class',
    name: 'NutGrafElement',
    tagName: 'nut-graf',
    customElement: true,
    superclass: { name: 'HTMLElement' },
    summary,
    description,
    attributes: attributes.map(({ type = 'string', ...rest }) => ({ ...rest, fieldName: propertyOf(rest.name), ...typed(type) })),
    members: [
      ...attributes.map(({ name, type = 'string', description: text, default: value }) => ({
        kind: 'field', name: propertyOf(name), attribute: name, description: text, ...(value ? { default: value } : {}), ...typed(name === 'focus' ? 'string[]' : type),
      })),
      { kind: 'field', name: 'source', ...typed('string | Element | Document | null'), description: 'What to summarize instead of what the markup says.' },
      { kind: 'field', name: 'strings', ...typed('Partial<Strings>'), description: 'Strings of the interface to replace.' },
      { kind: 'field', name: 'digest', readonly: true, ...typed('Digest | null'), description: 'The last digest.' },
      { kind: 'field', name: 'state', readonly: true, ...typed("'loading' | 'ready' | 'empty' | 'error' | null"), description: 'What the element is doing.' },
      { kind: 'field', name: 'ready', readonly: true, ...typed('Promise<Digest>'), description: 'The digest of the present run.' },
      ...own.map((method) => ({ kind: 'method', ...method })),
    ],
    slots,
    cssParts: parts,
    cssProperties: properties,
    cssStates: states,
    events: events.map(({ type = 'CustomEvent', ...rest }) => ({ ...rest, ...typed(type) })),
  };
  return {
    schemaVersion: '2.1.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module', path: 'dist/element.js', declarations: [declaration],
        exports: [{ kind: 'js', name: 'NutGrafElement', declaration: { name: 'NutGrafElement', module: 'dist/element.js' } }],
      },
      {
        kind: 'javascript-module', path: 'dist/define.js', declarations: [],
        exports: [{ kind: 'custom-element-definition', name: 'nut-graf', declaration: { name: 'NutGrafElement', module: 'dist/element.js' } }],
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
