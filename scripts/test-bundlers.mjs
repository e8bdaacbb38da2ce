// Packs the package as npm would, installs it into a copy of each example, builds it there, and looks at the result in
// Chromium. Slow, and it asks the npm registry for the bundlers: npm run test:all, not npm test.
//
//   node scripts/test-bundlers.mjs [example …]

import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from './build.mjs';
import { Failure, findBrowser, output, root, say, start } from './tools.mjs';

/** @import { Browser } from 'playwright-core' */

/** @type {Record<string, (at: Place) => Promise<void>>} */
const EXAMPLES = {
  async script({ folder, browser }) {
    for (const file of ['nut-graf.js', 'nut-graf.css']) cpSync(join(root, 'dist', file), join(folder, file));
    await served(folder, (url) => shows(browser, url, false));
  },
  async vite({ folder, browser }) {
    run(folder, 'npm', ['run', 'build']);
    await served(join(folder, 'dist'), (url) => shows(browser, url));
    await developed(folder, (url) => shows(browser, url));
  },
  async webpack({ folder, browser }) {
    run(folder, 'npm', ['run', 'build']);
    await served(folder, (url) => shows(browser, url));
  },
  async esbuild({ folder, browser }) {
    run(folder, 'npm', ['run', 'build']);
    await served(folder, (url) => shows(browser, url));
  },
  async ssr({ folder }) {
    const html = run(folder, 'npm', ['start', '--silent']);
    if (!/<nut-graf for="story"><p>The harbour bridge/.test(html)) throw new Failure(`the server sent: ${html}`);
  },
  async react({ folder, browser }) {
    run(folder, 'npm', ['run', 'check']);
    run(folder, 'npm', ['run', 'build']);
    await served(join(folder, 'dist'), (url) => shows(browser, url, 'en'));
    await developed(folder, (url) => shows(browser, url, 'en'));
  },
  async vue({ folder, browser }) {
    run(folder, 'npm', ['run', 'build']);
    await served(join(folder, 'dist'), (url) => shows(browser, url, 'en'));
  },
  async lint({ folder, tarball }) {
    run(folder, 'npx', ['--yes', 'publint@0.3.25', tarball, '--strict']);
    // The package is ES modules only; what a bare .js or .wasm address is for has no types.
    run(folder, 'npx', ['--yes', '@arethetypeswrong/cli@0.18.5', tarball, '--profile', 'esm-only', '--exclude-entrypoints', './nut-graf.js', './nut-graf.css', './worker', './nutgraf.wasm', './custom-elements.json']);
  },
};

/** @typedef {{ folder: string, tarball: string, browser: Browser }} Place */

async function main() {
  await build();
  const wanted = process.argv.slice(2);
  const temporary = mkdtempSync(join(tmpdir(), 'nutgraf-bundlers-'));
  const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: ['--no-sandbox', '--disable-gpu'] });
  /** @type {string[]} */
  const failed = [];
  try {
    run(root, 'npm', ['pack', '--silent', '--pack-destination', temporary]);
    const tarball = join(temporary, readdirSync(temporary).find((name) => name.endsWith('.tgz')) ?? '');
    for (const [name, test] of Object.entries(EXAMPLES)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      try {
        await test({ folder: install(name, temporary, tarball), tarball, browser });
        say(`${name}: works`);
      } catch (error) {
        failed.push(name);
        console.error(`nutgraf: ${name}: ${error instanceof Failure ? error.message : error}`);
      }
    }
  } finally {
    await browser.close();
    rmSync(temporary, { recursive: true, force: true });
  }
  if (failed.length > 0) throw new Failure(`failed: ${failed.join(', ')}`);
}

/** A copy of an example with the package in it. @param {string} name @param {string} temporary @param {string} tarball */
function install(name, temporary, tarball) {
  const folder = join(temporary, name);
  const example = join(root, 'examples', name);
  if (name === 'lint') cpSync(join(root, 'LICENSE-MIT'), join(folder, 'LICENSE-MIT'));
  else cpSync(example, folder, { recursive: true });
  try {
    const file = join(folder, 'package.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    manifest.dependencies.nutgraf = `file:${tarball}`;
    writeFileSync(file, JSON.stringify(manifest));
  } catch {
    return folder; // It needs no installation.
  }
  run(folder, 'npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']);
  return folder;
}

/** @param {string} folder @param {string} command @param {string[]} args */
function run(folder, command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', timeout: 180_000 });
  if (status !== 0) throw new Failure(`${command} ${args.join(' ')}\n${stdout}${stderr}`);
  return stdout;
}

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.wasm': 'application/wasm', '.css': 'text/css' };

/** @param {string} folder @param {(url: string) => Promise<void>} test */
async function served(folder, test) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    try {
      const body = readFileSync(join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname));
      response.writeHead(200, { 'Content-Type': TYPES[extname(pathname) || '.html'] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, 'localhost', () => done(null)));
  const address = server.address();
  try {
    await test(`http://localhost:${typeof address === 'object' && address ? address.port : 0}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** Under Vite's development server. @param {string} folder @param {(url: string) => Promise<void>} test */
async function developed(folder, test) {
  const vite = spawn('node', [join(folder, 'node_modules/vite/bin/vite.js'), '--port', '0', '--host', 'localhost'], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
  try {
    const url = await new Promise((done, failed) => {
      let text = '';
      vite.stdout.on('data', (chunk) => {
        text += chunk;
        const found = text.match(/http:\/\/localhost:\d+\//)?.[0];
        if (found) done(found);
      });
      vite.on('exit', () => failed(new Failure(`vite stopped: ${text}`)));
    });
    await test(url);
  } finally {
    vite.removeAllListeners('exit');
    vite.kill();
  }
}

/**
 * The element shows a summary, the headless API answers, and the page is quiet.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {string | false} [headless] what the API's answer holds
 */
async function shows(browser, url, headless = 'ship came in') {
  const page = await browser.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(message.text());
  });
  try {
    await page.goto(url);
    await page.locator('nut-graf [part~=point]').first().waitFor({ timeout: 20_000 });
    if (headless) await page.locator('#headless', { hasText: headless }).waitFor({ timeout: 10_000 });
    if (errors.length > 0) throw new Error('not quiet');
  } catch (error) {
    throw new Failure(`${url}: ${error}\n${errors.join('\n')}`);
  } finally {
    await page.close();
  }
}

if (!output('npm', ['--version'])) throw new Failure('npm is missing');
await start(import.meta.url, main);
