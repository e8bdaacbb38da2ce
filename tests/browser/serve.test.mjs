// The server of npm start.

import assert from 'node:assert/strict';
import { get, request } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { POLICY, serve } from '../../scripts/serve.mjs';

/** @type {Awaited<ReturnType<typeof serve>>} */
let server;
before(async () => { server = await serve(); });
after(() => server.close());

/**
 * Asks for a path as it is written; fetch would tidy it first.
 *
 * @param {string} path
 * @param {string} [method]
 * @returns {Promise<{ status: number | undefined, headers: import('node:http').IncomingHttpHeaders, body: string }>}
 */
function ask(path, method = 'GET') {
  return new Promise((done, failed) => {
    request(server.url, { path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (part) => { body += part; });
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    }).on('error', failed).end();
  });
}

describe('the server', () => {
  test('sends each file as what it is, under one strict policy', async () => {
    for (const [path, type] of [
      ['/', 'text/html; charset=utf-8'],
      ['/demo.js?v=1', 'text/javascript; charset=utf-8'],
      ['/styles/base.css', 'text/css; charset=utf-8'],
      ['/icon.svg', 'image/svg+xml'],
      ['/samples/zh.txt', 'text/plain; charset=utf-8'],
      ['/pkg/nutgraf_bg.wasm', 'application/wasm'],
    ]) {
      const { status, headers } = await ask(String(path));
      assert.deepEqual([status, headers['content-type']], [200, type], path);
      assert.equal(headers['content-security-policy'], POLICY);
    }
  });

  test('leaves its folder for no path', async () => {
    for (const path of [
      '/../package.json', '/..%2fpackage.json', '/%2e%2e/package.json', '/samples/../../package.json',
      '/..\\package.json', '/..%5cpackage.json', '//etc/passwd', '/%2fetc/passwd', '/%00', '/%', '/samples', '/nothing.js',
    ]) {
      const { status, body } = await ask(path);
      assert.equal(status, 404, path);
      assert.equal(body, 'Not found\n');
    }
  });

  test('only reads', async () => {
    assert.equal((await ask('/', 'POST')).status, 405);
    const { status, body } = await ask('/', 'HEAD');
    assert.deepEqual([status, body], [200, '']);
  });

  test('takes another port when its own is busy', async () => {
    const other = await serve({ port: Number(new URL(server.url).port) });
    try {
      assert.notEqual(other.url, server.url);
      await new Promise((done) => { get(other.url, done); });
    } finally {
      await other.close();
    }
  });
});
