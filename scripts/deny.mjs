// Checks the crates that the project uses against deny.toml: vulnerabilities, licences, sources.

import { cargoTool } from './setup.mjs';
import { must, start } from './tools.mjs';

await start(import.meta.url, () => {
  cargoTool('cargo-deny');
  must('cargo', ['deny', '--locked', 'check']);
  must('cargo', ['deny', '--locked', '--config', 'deny.toml', '--manifest-path', 'fuzz/Cargo.toml', 'check']);
});
