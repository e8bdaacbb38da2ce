// Runs every check in order and says how long each took; the first that fails ends the run.
//
//   node scripts/test.mjs          all of them (npm test)
//   node scripts/test.mjs --fast   those that need neither the wasm build nor a browser (npm run check)

import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setup } from './setup.mjs';
import { findDriver, must, root, start, wasmTest } from './tools.mjs';

const fast = process.argv.includes('--fast');
const clippy = ['clippy', '--quiet', '--locked'];
const strict = ['--', '-D', 'warnings'];

// Scripts that need npm packages are imported only after the set-up has installed them.
/** @type {[name: string, isFast: boolean, run: () => unknown][]} */
const steps = [
  ['set-up', true, () => setup({ engine: !fast, tests: !fast })],
  ['cargo fmt', true, () => must('cargo', ['fmt', '--all', '--check'])],
  ['cargo clippy, host', true, () => must('cargo', [...clippy, '--all-targets', ...strict])],
  ['cargo clippy, wasm32', true, () => must('cargo', [...clippy, '--target', 'wasm32-unknown-unknown', '--all-targets', ...strict])],
  ['cargo test', true, () => must('cargo', ['test', '--locked'])],
  // One iteration each, to see that they compile and run; `cargo bench` measures.
  ['benches', false, () => must('cargo', ['bench', '--quiet', '--locked', '--bench', 'stages', '--', '--test'])],
  ['import circles', true, () => must('node', ['scripts/check-imports.mjs'])],
  ['generated files', true, () => must('node', ['scripts/check-generated.mjs'])],
  ['tsc', true, () => must('tsc', [])],
  ['size of the scripts', true, async () => (await import('./size.mjs')).scriptBudget()],
  ['build', false, async () => (await import('./build.mjs')).build()],
  ['wasm-pack test', false, wasmPackTest],
  ['browser tests', false, browserTests],
  // Last: being over budget shouldn't hide what fails.
  ['size of the engine', false, async () => (await import('./size.mjs')).engineBudget()],
];

function wasmPackTest() {
  wasmTest('--chrome', '--chromedriver', /** @type {string} */ (findDriver()));
}

function browserTests() {
  const folder = join('tests', 'browser');
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.test.mjs'));
  // Two files at a time even on two cores: most of the time a test waits for the browser.
  must('node', ['--test', `--test-concurrency=${Math.max(2, availableParallelism() - 1)}`, '--test-reporter=spec', ...files.map((name) => join(folder, name))]);
}

await start(import.meta.url, async () => {
  for (const [name, isFast, step] of steps) {
    if (fast && !isFast) continue;
    console.log(`\n== ${name}`);
    const begun = performance.now();
    await step();
    console.log(`-- ${name}: ${Math.round((performance.now() - begun) / 1000)} s`);
  }
});
