// Fuzzes the core: every target in turn, or those named.
//
//   npm run fuzz                          a minute each
//   npm run fuzz -- digest --seconds 600
//
// Inputs that fail stay in fuzz/artifacts (ignored by git); add a test for each.

import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cargoTool } from './setup.mjs';
import { Failure, output, root, say, start, succeeds } from './tools.mjs';

// Longer texts are slow and find nothing new. An input of this length that takes five seconds counts as a hang.
const LIMITS = ['-max_len=4096', '-timeout=5', '-rss_limit_mb=2048', '-print_final_stats=1'];

function main() {
  const args = process.argv.slice(2);
  const at = args.indexOf('--seconds');
  const seconds = at < 0 ? 60 : Number(args.splice(at, 2)[1]);
  if (!(seconds > 0)) throw new Failure('--seconds needs a number');
  const targets = args.length > 0 ? args : readdirSync(join(root, 'fuzz', 'seeds')).sort();
  cargoTool('cargo-fuzz');
  // Coverage needs a flag that only a nightly compiler takes, or a stable one that is told to.
  const nightly = output('rustup', ['run', 'nightly', 'rustc', '--version']) !== null;
  const env = { ...(!nightly && { RUSTC_BOOTSTRAP: '1' }), RUSTFLAGS: '-A warnings' };
  const failed = targets.filter((target) => {
    say(`fuzzing ${target} for ${seconds} s`);
    const corpus = join('fuzz', 'corpus', target);
    mkdirSync(join(root, corpus), { recursive: true });
    // No address sanitizer: the core has no unsafe code, and it would halve the speed.
    return !succeeds('cargo', [
      ...(nightly ? ['+nightly'] : []), 'fuzz', 'run', '--sanitizer', 'none', target, corpus, join('fuzz', 'seeds', target),
      '--', `-max_total_time=${seconds}`, ...LIMITS,
    ], { env });
  });
  if (failed.length > 0) throw new Failure(`found something: ${failed.join(', ')}; see fuzz/artifacts`);
}

await start(import.meta.url, main);
