// esbuild leaves `new URL(…, import.meta.url)` alone: the engine and the worker go beside the bundle.

import { copyFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

for (const file of ['nutgraf/nutgraf.wasm', 'nutgraf/worker']) {
  const from = fileURLToPath(import.meta.resolve(file));
  copyFileSync(from, `dist/${basename(from)}`);
}
