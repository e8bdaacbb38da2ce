// Installs what is missing, a line a step; silent and quick when nothing is.
//
//   node scripts/setup.mjs           what building and serving needs
//   node scripts/setup.mjs --tests   and what the tests need: Chromium and its driver

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, find, findBrowser, findDriver, lockedVersion, must, output, say, start, succeeds, writtenAt } from './tools.mjs';

/** @param {{ tests?: boolean }} [options] */
export function setup({ tests = false } = {}) {
  rust();
  target();
  npmPackages();
  wasmPack();
  wasmBindgen();
  if (tests) {
    components();
    browser();
  }
}

function rust() {
  if (find('cargo') && find('rustc')) return;
  throw new Failure('Rust is missing: install it from https://rustup.rs, open a new terminal and run this again');
}

function target() {
  const name = 'wasm32-unknown-unknown';
  const sysroot = output('rustc', ['--print', 'sysroot']);
  if (sysroot && existsSync(join(sysroot, 'lib', 'rustlib', name))) return;
  if (!find('rustup')) throw new Failure(`Rust's target ${name} is missing: install it the way you installed Rust, or use https://rustup.rs`);
  say(`installing Rust's target ${name}`);
  must('rustup', ['target', 'add', name]);
}

function components() {
  for (const [command, component] of [['cargo-fmt', 'rustfmt'], ['cargo-clippy', 'clippy']]) {
    // rustup leaves a proxy for each command even where the component is missing, so ask the command itself.
    if (output(/** @type {string} */ (command), ['--version'])) continue;
    if (!find('rustup')) throw new Failure(`${component} is missing: install it the way you installed Rust`);
    say(`installing ${component}`);
    must('rustup', ['component', 'add', /** @type {string} */ (component)]);
  }
}

function npmPackages() {
  if (writtenAt('node_modules/.package-lock.json') >= writtenAt('package-lock.json')) return;
  say('installing npm packages');
  must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

function wasmPack() {
  if (find('wasm-pack')) return;
  say('installing wasm-pack (compiles for a minute or two)');
  cargoInstall('wasm-pack');
}

// The command-line tool must be of the same version as the crate.
function wasmBindgen() {
  const version = lockedVersion('wasm-bindgen');
  if (output('wasm-bindgen', ['--version'])?.split(' ')[1] === version && find('wasm-bindgen-test-runner')) return;
  say(`installing wasm-bindgen-cli ${version} (compiles for a few minutes)`);
  cargoInstall('wasm-bindgen-cli', '--version', version);
}

/** @param {string[]} what */
function cargoInstall(...what) {
  if (succeeds('cargo', ['install', '--quiet', '--locked', ...what], { quiet: true })) return;
  say(`installing ${what[0]} with its own lock file failed; without it`);
  must('cargo', ['install', '--quiet', ...what]);
}

function browser() {
  if (findBrowser() && findDriver()) return;
  if (process.platform === 'linux' && process.getuid?.() === 0 && find('apt-get')) {
    say('installing chromium and chromium-driver');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const packages = ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'chromium-driver'];
    if (succeeds('apt-get', packages, { env, quiet: true })) return;
    must('apt-get', ['update', '-qq'], { env });
    must('apt-get', packages, { env, quiet: true });
    return;
  }
  throw new Failure('the tests need Chromium or Chrome and its chromedriver: install both, or name them in CHROMIUM and CHROMEDRIVER');
}

await start(import.meta.url, () => setup({ tests: process.argv.includes('--tests') }));
