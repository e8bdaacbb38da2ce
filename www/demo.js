// The page: joins its parts and starts it.

import { load } from './nutgraf.js';
import { readAddress } from './page/address.js';
import { byId } from './page/dom.js';
import { explain, putAside, restore } from './page/decisions.js';
import { setUpInput } from './page/input.js';
import { readAgain, readNew, take, takeBox, takeSample } from './page/intake.js';
import { setUpOffline } from './page/offline.js';
import { setUpOutput } from './page/output.js';
import { closeExplanation, connectPanes, focusChips, showReading } from './page/panes.js';
import { fail, setEditing, setPane } from './page/screen.js';
import { setUpSettings } from './page/settings.js';
import { fromFile, isAddress } from './page/source.js';
import { state } from './page/state.js';
import { words } from './page/strings.js';

connectPanes({ explain, putAside, restore, readAgain });
setUpInput();
setUpOutput();

addEventListener('hashchange', () => {
  const { level, focus, sample } = readAddress();
  state.wanted = level;
  focusChips.set(focus);
  if (sample && sample !== state.sampleName) takeSample(sample);
  else if (state.reading) readAgain(true);
});

addEventListener('keydown', (event) => {
  if (event.key === 'Escape') closeExplanation();
});

await setUpSettings(() => {
  setEditing(state.editing);
  if (state.reading) showReading(true);
});
setPane('summary');
const { focus, sample } = readAddress();
focusChips.set(focus);
if (sample) await takeSample(sample);
else if (/** @type {HTMLTextAreaElement} */ (byId('text')).value) {
  // The browser kept the text over a reload.
  takeBox();
  readNew();
}
document.documentElement.classList.remove('pending');

setUpOffline(({ title, text, html }) => {
  if (text.trim() === '') fail(words.notOpened, new Error(words.onlyAddress));
  else if (html) take((reader) => fromFile(new File([text], 'shared.html', { type: 'text/html' }), reader));
  else take(async () => ({ text: isAddress(text) ? text : [title, text].filter(Boolean).join('\n\n'), root: null }));
});

// All requests happen now, before there is anything to keep private. A failure shows when it matters.
load().catch(() => {});
