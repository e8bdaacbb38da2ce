// npm test, and the other engines: the boundary tests in Firefox, and the same digests from Firefox and WebKit as from
// Node. What is missing is skipped, loudly, and then the run as a whole has failed.

import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Failure, find, must, root, start, succeeds } from './tools.mjs';
import { serve } from './serve.mjs';

/** @typedef {{ name: string, driver: string | null, wrap: string[], args: (port: number) => string[], capabilities: object }} Engine */

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
    must('wasm-pack', ['test', '--headless', '--firefox', '--mode', 'no-install', '--geckodriver', geckodriver]);
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

/** Debian has all of it; elsewhere people install what they want tested. */
function install() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !find('apt-get')) return;
  const wanted = [['firefox-esr', 'firefox-esr'], ['WebKitWebDriver', 'webkit2gtk-driver'], ['xvfb-run', 'xvfb'], ['xauth', 'xauth']];
  const packages = wanted.filter(([command]) => !find(command ?? '')).map(([, name]) => name ?? '');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (packages.length > 0 && succeeds('apt-get', ['update', '-qq'], { env, quiet: true })) {
    succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, quiet: true });
  }
  if (!find('geckodriver')) succeeds('cargo', ['install', '--quiet', '--locked', 'geckodriver']);
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
    const session = await begin(`http://127.0.0.1:${port}`, capabilities);
    try {
      await session.post('url', { url: server.url });
      await session.post('timeouts', { script: 60_000 });
      const samples = readdirSync(join(root, 'www', 'samples')).filter((file) => file.endsWith('.txt'));
      for (const sample of samples) {
        const text = readFileSync(join(root, 'www', 'samples', sample), 'utf8');
        const here = JSON.stringify(await summarize(text));
        const there = await session.post('execute/async', {
          script: `const done = arguments[1];
            import('/nutgraf.js').then(({ summarize }) => summarize(arguments[0])).then((digest) => done(JSON.stringify(digest)), (error) => done(String(error)));`,
          args: [text],
        });
        if (there !== here) throw new Failure(`${name} gives another digest of ${sample}: ${String(there).slice(0, 300)}`);
      }
      console.log(`${samples.length} samples, ${name} ${session.version}`);
    } finally {
      await session.end();
    }
  } finally {
    // The whole group: xvfb-run has a server of its own.
    if (process_.pid && process_.exitCode === null) process.kill(-process_.pid);
    await server.close();
  }
}

/**
 * A session by the WebDriver protocol, which every engine speaks.
 *
 * @param {string} driver
 * @param {object} capabilities
 */
async function begin(driver, capabilities) {
  /** @param {string} method @param {string} path @param {object} [body] */
  const call = async (method, path, body) => {
    const response = await fetch(`${driver}/${path}`, {
      method, headers: { 'Content-Type': 'application/json' }, ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = /** @type {any} */ (await response.json());
    if (!response.ok) throw new Failure(`${path}: ${value?.message ?? response.status}`);
    return value;
  };
  for (let tries = 0; ; tries++) {
    // It takes a moment to listen.
    if (await call('GET', 'status').catch(() => null)) break;
    if (tries > 100) throw new Failure(`no driver answers at ${driver}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  const { sessionId, capabilities: actual } = await call('POST', 'session', { capabilities: { alwaysMatch: capabilities } });
  return {
    version: actual.browserVersion,
    /** @param {string} command @param {object} body */
    post: (command, body) => call('POST', `session/${sessionId}/${command}`, body),
    end: () => call('DELETE', `session/${sessionId}`),
  };
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
