// A small static server for www/, on this machine only.

import { spawn } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { Failure, find, root, say, start } from './tools.mjs';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** The Content-Security-Policy of the page: its own files and WebAssembly, nothing from elsewhere. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types nutgraf default',
].join('; ');

/**
 * Serves a folder of the repository.
 *
 * @param {{ folder?: string, port?: number, policy?: string }} [options] port 0 takes any free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ folder = 'www', port = 0, policy = POLICY } = {}) {
  const base = await realpath(join(root, folder));
  const server = createServer(async (request, response) => {
    const headers = {
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-cache',
    };
    /** @param {number} status @param {string} text */
    const refuse = (status, text) => response.writeHead(status, { ...headers, 'Content-Type': 'text/plain' }).end(`${text}\n`);

    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD');
    const file = await locate(base, request.url ?? '/');
    if (!file) return refuse(404, 'Not found');
    response.writeHead(200, {
      ...headers,
      'Content-Type': TYPES[extname(file.path)] ?? 'application/octet-stream',
      'Content-Length': file.size,
    });
    if (request.method === 'HEAD') return response.end();
    return createReadStream(file.path).on('error', () => response.destroy()).pipe(response);
  });
  const address = await listen(server, port);
  return {
    url: `http://localhost:${address}/`,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}

/**
 * The file that a URL stands for, if it is inside the folder once symbolic links are resolved.
 *
 * @param {string} base
 * @param {string} url
 */
async function locate(base, url) {
  try {
    const name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    const path = await realpath(join(base, name.endsWith('/') ? `${name}index.html` : name));
    if (!path.startsWith(base + sep)) return null;
    const entry = await stat(path);
    return entry.isFile() ? { path, size: entry.size } : null;
  } catch {
    return null;
  }
}

/**
 * Listens on the port, or on any free one when it is taken.
 *
 * @param {import('node:http').Server} server
 * @param {number} port
 * @returns {Promise<number>}
 */
function listen(server, port) {
  return new Promise((done, failed) => {
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const taken = port !== 0 && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
      if (taken) listen(server, 0).then(done, failed);
      else failed(new Failure(`can't listen on localhost: ${error.code}`));
    });
    server.listen(port, 'localhost', () => {
      const address = server.address();
      done(typeof address === 'object' && address ? address.port : port);
    });
  });
}

/** Opens the person's browser where there is a desktop. @param {string} url */
function open(url) {
  if (process.env.CI || !process.stdout.isTTY) return;
  const { platform, env } = process;
  const [command, ...args] =
    platform === 'darwin' ? ['open', url]
    : platform === 'win32' ? ['cmd', '/c', 'start', '', url]
    : (env.DISPLAY || env.WAYLAND_DISPLAY) && find('xdg-open') ? ['xdg-open', url]
    : [];
  if (command) spawn(command, args, { stdio: 'ignore', detached: true }).on('error', () => {}).unref();
}

async function main() {
  const { url, close } = await serve({ port: Number(process.env.PORT) || 8080 });
  say(`reading at ${url} (Ctrl+C stops)`);
  open(url);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await close();
      process.exit(0);
    });
  }
}

await start(import.meta.url, main);
