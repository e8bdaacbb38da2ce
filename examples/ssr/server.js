// On a server the element's modules import as nothing, and the headless API works: the gist is in the HTML already,
// as the element's own content, and the element takes its place in the browser.

import 'nutgraf/define';
import 'nutgraf/element';
import 'nutgraf/summarizer/polyfill';
import { summarize } from 'nutgraf';

const article = 'The harbour bridge of Tellmar opened on Monday, nine years after the first pile was driven. It cost 84 million crowns, twice what the council had voted. Ferries will run until spring, because the railway still lacks its signals.';
const { sentences, summary } = await summarize(article, { length: { sentences: 1 } });
const escaped = (text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

console.log(`<nut-graf for="story"><p>${summary.map((i) => escaped(sentences[i].text)).join(' ')}</p></nut-graf>
<article id="story"><p>${escaped(article)}</p></article>`);
