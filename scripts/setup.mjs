// Installs what is missing and says what it installs; silent and quick when nothing is missing.
//
//   node scripts/setup.mjs           what building and serving needs
//   node scripts/setup.mjs --tests   what the tests need as well: wasm-pack, Chromium and its driver
//
// Every version is exact: Rust's in rust-toolchain.toml, npm's in package-lock.json, cargo tools' in CARGO_TOOLS.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { attempt, Failure, find, findBrowser, findDriver, lockedVersion, must, output, root, say, start, succeeds, toolsFolder, writtenAt } from './tools.mjs';

/** Programs that cargo compiles, by crate. @type {Record<string, string>} */
export const CARGO_TOOLS = {
  'cargo-deny': '0.20.2',
  'cargo-fuzz': '0.13.2',
  geckodriver: '0.37.1',
  // Must be of the same version as the crate, which it reads the output of.
  'wasm-bindgen-cli': lockedVersion('wasm-bindgen'),
  'wasm-pack': '0.15.1',
};

/** @param {{ engine?: boolean, tests?: boolean }} [options] `engine` is what compiling the engine takes */
export function setup({ engine = true, tests = false } = {}) {
  rust();
  npmPackages();
  if (engine) cargoTool('wasm-bindgen-cli', 'wasm-bindgen');
  if (tests) {
    cargoTool('wasm-pack');
    browser();
  }
  // What compiling the tools leaves behind; they share much of it, so it stays until all are there.
  rmSync(join(toolsFolder, 'build'), { recursive: true, force: true });
}

/** The toolchain that rust-toolchain.toml names, with its target and components. */
function rust() {
  if (!find('cargo') || !find('rustc')) {
    throw new Failure('Rust is missing: install it from https://rustup.rs, open a new terminal and run this again');
  }
  const { channel, components, targets } = pinnedRust();
  const sysroot = output('rustc', ['--print', 'sysroot']);
  const hasTargets = sysroot !== null && targets.every((name) => existsSync(join(sysroot, 'lib', 'rustlib', name)));
  // rustup leaves a proxy for each command even where the component is missing, so the command itself is asked.
  if (hasTargets && output('cargo-fmt', ['--version']) && output('cargo-clippy', ['--version'])) return;
  if (!find('rustup')) {
    throw new Failure(`Rust lacks one of ${[...targets, ...components].join(', ')}: install them the way you installed Rust, or use https://rustup.rs`);
  }
  if (sysroot === null) {
    say(`installing Rust ${channel}`);
    must('rustup', ['toolchain', 'install', channel, '--profile', 'minimal', '--no-self-update']);
  }
  say(`installing ${[...targets, ...components].join(', ')}`);
  must('rustup', ['target', 'add', '--toolchain', channel, ...targets]);
  must('rustup', ['component', 'add', '--toolchain', channel, ...components]);
}

function pinnedRust() {
  const text = readFileSync(join(root, 'rust-toolchain.toml'), 'utf8');
  /** @param {string} name */
  const list = (name) => [...(text.match(new RegExp(`^${name} = \\[(.*)\\]`, 'm'))?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(([, entry = '']) => entry);
  return { channel: text.match(/^channel = "([^"]+)"/m)?.[1] ?? 'stable', components: list('components'), targets: list('targets') };
}

function npmPackages() {
  if (writtenAt('node_modules/.package-lock.json') >= writtenAt('package-lock.json')) return;
  say('installing npm packages');
  must('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/**
 * Compiles a program into .tools/, unless one of that version is on PATH. Without optimization: it takes half as long, and
 * none of them has much to do.
 *
 * @param {string} crate
 * @param {string} [command] the program, where it isn't called as the crate is
 */
export function cargoTool(crate, command = crate) {
  const version = /** @type {string} */ (CARGO_TOOLS[crate]);
  if (output(command, ['--version'])?.split(/\s/)[1] === version) return;
  say(`compiling ${crate} ${version} (a minute or two)`);
  const build = join(toolsFolder, 'build');
  const args = ['install', '--quiet', '--debug', '--root', toolsFolder, '--target-dir', build, crate, '--version', version];
  const options = { quiet: true, env: { CARGO_PROFILE_DEV_DEBUG: '0' } };
  const reason = attempt('cargo', [...args, '--locked'], options);
  if (reason) {
    // A mirror of the registry may lack a dependency that the tool's lock file names.
    say(`the lock file of ${crate} can't be used here (${reason}); compiling with the versions that the registry has`);
    must('cargo', args, options);
  }
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
