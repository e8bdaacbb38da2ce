// Every check in order; the first that fails stops the run.
//
//   node scripts/test.mjs          all of them (npm test)
//   node scripts/test.mjs --fast   those that need neither the wasm build nor a browser (npm run check)

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setup } from './setup.mjs';
import { findDriver, must, root, start } from './tools.mjs';

const fast = process.argv.includes('--fast');
const clippy = ['clippy', '--quiet', '--locked'];
const strict = ['--', '-D', 'warnings'];

// What imports npm packages is imported once they are there.
/** @type {[string, boolean, () => unknown][]} what it is, whether it belongs to the fast part, how it is done */
const steps = [
  ['set-up', true, () => setup({ tests: !fast })],
  ['cargo fmt', true, () => must('cargo', ['fmt', '--all', '--check'])],
  ['cargo clippy, host', true, () => must('cargo', [...clippy, '--all-targets', ...strict])],
  ['cargo clippy, wasm32', true, () => must('cargo', [...clippy, '--target', 'wasm32-unknown-unknown', '--all-targets', ...strict])],
  ['cargo test', true, () => must('cargo', ['test', '--locked'])],
  // Each once: they compile and run; how fast, says `cargo bench`.
  ['benches', false, () => must('cargo', ['bench', '--quiet', '--locked', '--bench', 'stages', '--', '--test'])],
  ['import circles', true, () => must('node', ['scripts/check-imports.mjs'])],
  ['tsc', true, () => must('tsc', [])],
  ['size', true, async () => (await import('./size.mjs')).scriptBudget()],
  ['build', false, async () => (await import('./build.mjs')).build()],
  ['wasm-pack test', false, wasmPackTest],
  ['browser tests', false, browserTests],
];

function wasmPackTest() {
  must('wasm-pack', [
    'test', '--headless', '--chrome', '--mode', 'no-install', '--chromedriver', /** @type {string} */ (findDriver()),
  ]);
}

function browserTests() {
  const folder = join('tests', 'browser');
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.test.mjs'));
  must('node', ['--test', '--test-reporter=spec', ...files.map((name) => join(folder, name))]);
}

await start(import.meta.url, async () => {
  for (const [name, isFast, step] of steps) {
    if (fast && !isFast) continue;
    console.log(`\n== ${name}`);
    await step();
  }
});
