// Runs every generator of a source file again and fails if it writes something else than what is there.
//
//   node scripts/check-generated.mjs

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, must, root, start } from './tools.mjs';

/** The files that scripts write, by script. @type {Record<string, string>} */
const GENERATED = {
  'scripts/compositions.mjs': 'src/compose/table.rs',
};

await start(import.meta.url, () => {
  for (const [script, name] of Object.entries(GENERATED)) {
    const file = join(root, name);
    const before = readFileSync(file, 'utf8');
    must('node', [script]);
    if (readFileSync(file, 'utf8') === before) continue;
    writeFileSync(file, before);
    throw new Failure(`${name} is not what ${script} writes: run the script, change nothing by hand`);
  }
});
