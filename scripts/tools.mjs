// Shared by the other scripts: where things are, and how to run commands.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const windows = process.platform === 'win32';

const cargoHome = process.env.CARGO_HOME ?? join(homedir(), '.cargo');

/** Where the set-up compiles programs; git ignores it. */
export const toolsFolder = join(root, '.tools');

// wasm-pack finds wasm-bindgen's test runner and chromedriver on PATH.
const path = [join(root, 'node_modules', '.bin'), join(toolsFolder, 'bin'), process.env.PATH ?? '', join(cargoHome, 'bin')].join(delimiter);

/** An error that the person at the keyboard can fix: printed as one line, without a stack trace. */
export class Failure extends Error {}

/** @param {string} line */
export function say(line) {
  console.log(`nutgraf: ${line}`);
}

/**
 * Runs a script's main function if the script was started, not imported.
 * A Failure prints one line and sets exit code 1.
 *
 * @param {string} script its import.meta.url
 * @param {() => unknown} main
 */
export async function start(script, main) {
  if (realpathSync(process.argv[1] ?? '') !== fileURLToPath(script)) return;
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`nutgraf: ${error.message}`);
    process.exitCode = 1;
  }
}

/**
 * Runs a command in the repository's root and shows what it prints.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] `quiet` hides the output
 * @returns {boolean} whether it succeeded
 */
export function succeeds(command, args, options) {
  return attempt(command, args, options) === null;
}

/**
 * As `succeeds`, but returns why the command failed: the line of its output that names an error, where it was kept back.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 * @returns {string | null} null when it succeeded
 */
export function attempt(command, args, { quiet = false, env = {} } = {}) {
  const { status, stderr } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, PATH: path, ...env },
    stdio: ['ignore', quiet ? 'ignore' : 'inherit', quiet ? 'pipe' : 'inherit'],
    encoding: 'utf8',
    maxBuffer: Infinity,
    shell: windows,
  });
  if (status === 0) return null;
  const lines = (stderr ?? '').trim().split('\n');
  return (lines.find((line) => /^error/i.test(line)) ?? lines.at(-1) ?? '').replace(/^error:\s*/i, '');
}

/**
 * As `succeeds`, but a command that fails is a Failure.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options]
 */
export function must(command, args, options) {
  const reason = attempt(command, args, options);
  if (reason !== null) throw new Failure(`failed: ${command} ${args.join(' ')}${reason && `: ${reason}`}`);
}

/**
 * What a command prints, or null when it is missing or fails.
 *
 * @param {string} command
 * @param {string[]} args
 */
export function output(command, args) {
  const { status, stdout } = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: windows,
  });
  return status === 0 ? stdout.trim() : null;
}

/**
 * The first of some commands that is on PATH, as a full path.
 *
 * @param {string[]} names
 */
export function find(...names) {
  const endings = windows ? ['.exe', '.cmd', ''] : [''];
  for (const name of names) {
    for (const folder of path.split(delimiter)) {
      for (const ending of endings) {
        const file = join(folder, name + ending);
        try {
          accessSync(file, constants.X_OK);
          if (statSync(file).isFile()) return file;
        } catch {
          // Not here.
        }
      }
    }
  }
  return null;
}

/**
 * The environment to build the engine in: panics name places in the sources by paths that are the same on every machine,
 * so that the module is.
 */
export function reproducible() {
  const commit = output('rustc', ['-vV'])?.match(/^commit-hash: (\w+)/m)?.[1];
  const sysroot = output('rustc', ['--print', 'sysroot']);
  const flags = (process.env.RUSTFLAGS ?? '').split(' ').filter(Boolean);
  flags.push(`--remap-path-prefix=${join(cargoHome, 'registry', 'src')}=registry`);
  // Where the sources of the standard library are installed, rustc would name them there.
  if (commit && sysroot) flags.push(`--remap-path-prefix=${join(sysroot, 'lib', 'rustlib', 'src', 'rust')}=/rustc/${commit}`);
  return { CARGO_ENCODED_RUSTFLAGS: flags.join('\x1f') };
}

/** The browser that the tests drive. */
export function findBrowser() {
  return process.env.CHROMIUM || find('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome');
}

/** The driver that wasm-pack's tests need beside it. */
export function findDriver() {
  return process.env.CHROMEDRIVER || find('chromedriver');
}

/** Runs the boundary's tests in a browser. @param {string[]} browser arguments that choose it and its driver */
export function wasmTest(...browser) {
  // In seconds. The runner's own limit of 20 is too short for a busy machine.
  const env = { WASM_BINDGEN_TEST_TIMEOUT: '300', WASM_BINDGEN_TEST_DRIVER_TIMEOUT: '60' };
  must('wasm-pack', ['test', '--headless', '--mode', 'no-install', ...browser], { env });
}

/** The time a file was last written, or 0 when there is none. @param {string} file */
export function writtenAt(file) {
  return statSync(join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The version of a crate in Cargo.lock. @param {string} crate */
export function lockedVersion(crate) {
  const lock = readFileSync(join(root, 'Cargo.lock'), 'utf8');
  const version = lock.match(new RegExp(`^name = "${crate}"\\r?\\nversion = "([^"]+)"`, 'm'))?.[1];
  if (!version) throw new Failure(`Cargo.lock names no ${crate}`);
  return version;
}
