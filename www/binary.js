// Fetches, checks and compiles the engine's WebAssembly module, which lies beside this file.
//
// Builds in one file replace this module by one that contains the bytes (scripts/package.mjs, scripts/single.mjs).

import { coded } from './errors.js';
import { compileBytes } from './wasm.js';

const WASM = new URL('./pkg/nutgraf_bg.wasm', import.meta.url);

// In a variable, so that bundlers don't resolve it.
const NODE_FILES = 'node:fs/promises';

/**
 * @param {RequestCache} [cache] 'reload' when a stale copy is suspected
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(cache = 'default') {
  if (WASM.protocol === 'file:' && typeof process === 'object') {
    const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ NODE_FILES);
    return compileBytes(await readFile(WASM), WASM.href);
  }

  const response = await fetch(WASM, { cache }).catch((error) => {
    const why =
      WASM.protocol === 'file:' ? 'a page opened by double click may fetch nothing; use nut-graf.js or a server'
      : 'offline, another origin without Access-Control-Allow-Origin, or a connect-src that forbids it';
    throw coded('engine-unreachable', `${WASM.href} can't be fetched: ${why}`, error);
  });
  if (!response.ok) {
    const cure = response.status === 503 ? 'try again' : "deploy it beside nutgraf's modules";
    throw coded('engine-not-found', `${WASM.href} answers ${response.status}; ${cure}`);
  }
  const type = response.headers?.get('Content-Type') ?? '';
  if (!/^application\/wasm\s*(;|$)/i.test(type)) {
    const bytes = await bytesOf(response);
    const module = await compileBytes(bytes, WASM.href, type);
    console.warn(`nutgraf: ${WASM.href} is sent as "${type}"; it loads faster as "Content-Type: application/wasm"`);
    return module;
  }
  const copy = response.clone();
  try {
    return await WebAssembly.compileStreaming(response);
  } catch {
    // The bytes tell why; or they compile, where only streaming failed.
    return compileBytes(await bytesOf(copy), WASM.href, type);
  }
}

/** @param {Response} response */
async function bytesOf(response) {
  const buffer = await response.arrayBuffer().catch((error) => {
    throw coded('engine-unreachable', `${WASM.href} breaks off: connection lost, or a wrong Content-Encoding`, error);
  });
  return new Uint8Array(buffer);
}
