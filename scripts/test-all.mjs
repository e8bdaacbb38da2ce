// npm test, and the other engines: the boundary tests in Firefox, and the same digests from Firefox and WebKit as from Node.
// What a machine lacks is skipped with a message, and then the run as a whole fails.
//
// Selenium drives them: Playwright needs its own builds of both, or a Firefox newer than Debian's.

import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Builder } from 'selenium-webdriver';
import { Failure, find, must, root, start, succeeds, wasmTest } from './tools.mjs';
import { serve } from './serve.mjs';
import { cargoTool } from './setup.mjs';

/** @typedef {{ name: string, driver: string | null, wrap: string[], args: (port: number) => string[], capabilities: Record<string, unknown> }} Engine */

/** @type {string[]} */
const skipped = [];

/** @param {string} what @param {string} missing */
function skip(what, missing) {
  skipped.push(what);
  console.log(`\n== SKIPPED ${what}: ${missing} is missing`);
}

async function main() {
  must('node', [join('scripts', 'test.mjs')]);
  console.log('\n== bundlers');
  must('node', [join('scripts', 'test-bundlers.mjs')]);
  install();
  const firefox = process.env.FIREFOX || find('firefox', 'firefox-esr');
  const geckodriver = find('geckodriver');

  if (firefox && geckodriver) {
    console.log('\n== wasm-pack test, Firefox');
    wasmTest('--firefox', '--geckodriver', geckodriver);
  } else skip('wasm-pack test, Firefox', firefox ? 'geckodriver' : 'Firefox');

  const display = process.env.DISPLAY ? [] : [find('xvfb-run') ?? '', '-a'];
  await sameDigests({
    name: 'Firefox',
    driver: firefox && geckodriver,
    wrap: [],
    args: (port) => ['--port', String(port)],
    capabilities: { browserName: 'firefox', 'moz:firefoxOptions': { binary: firefox, args: ['-headless'] } },
  });
  await sameDigests({
    name: 'WebKit',
    driver: display[0] === '' ? null : find('WebKitWebDriver'),
    wrap: display,
    args: (port) => [`--port=${port}`],
    capabilities: {},
  });
  if (skipped.length > 0) throw new Failure(`not all was tested; skipped: ${skipped.join('; ')}`);
}

/** Debian has everything but geckodriver; elsewhere people install what they want to test. */
function install() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !find('apt-get')) return;
  const wanted = [['firefox-esr', 'firefox-esr'], ['WebKitWebDriver', 'webkit2gtk-driver'], ['xvfb-run', 'xvfb'], ['xauth', 'xauth']];
  const packages = wanted.filter(([command]) => !find(command ?? '')).map(([, name]) => name ?? '');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (packages.length > 0 && succeeds('apt-get', ['update', '-qq'], { env, quiet: true })) {
    succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, quiet: true });
  }
  cargoTool('geckodriver');
}

/**
 * The digests of the samples must be the same to the last bit in every engine.
 *
 * @param {Engine} engine
 */
async function sameDigests({ name, driver, wrap, args, capabilities }) {
  const what = `the same digests in ${name}`;
  if (!driver) return skip(what, `the driver of ${name}`);
  console.log(`\n== ${what}`);
  const { summarize } = await import('../www/nutgraf.js');
  const server = await serve();
  const port = await freePort();
  const [command = '', ...rest] = [...wrap, driver, ...args(port)];
  const process_ = spawn(command, rest, { stdio: 'ignore', detached: true });
  try {
    const address = `http://127.0.0.1:${port}`;
    await listening(address);
    const session = await new Builder().usingServer(address).withCapabilities(capabilities).build();
    try {
      await session.get(server.url);
      await session.manage().setTimeouts({ script: 60_000 });
      const samples = readdirSync(join(root, 'www', 'samples')).filter((file) => file.endsWith('.txt'));
      for (const sample of samples) {
        const text = readFileSync(join(root, 'www', 'samples', sample), 'utf8');
        const here = JSON.stringify(await summarize(text));
        const there = await session.executeAsyncScript(`const done = arguments[1];
          import('/nutgraf.js').then(({ summarize }) => summarize(arguments[0])).then((digest) => done(JSON.stringify(digest)), (error) => done(String(error)));`, text);
        if (there !== here) throw new Failure(`${name} gives another digest of ${sample}: ${String(there).slice(0, 300)}`);
      }
      console.log(`${samples.length} samples, ${name} ${(await session.getCapabilities()).getBrowserVersion()}`);
    } finally {
      await session.quit();
    }
  } finally {
    // The whole group: xvfb-run has a server of its own.
    if (process_.pid && process_.exitCode === null) process.kill(-process_.pid);
    await server.close();
  }
}

/** Waits until a driver listens. @param {string} address */
async function listening(address) {
  for (let tries = 0; tries < 100; tries++) {
    if (await fetch(`${address}/status`).catch(() => null)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Failure(`no driver answers at ${address}`);
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

await start(import.meta.url, main);
