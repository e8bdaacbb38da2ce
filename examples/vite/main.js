import 'nutgraf/define';
import { summarize } from 'nutgraf';

const { sentences, summary } = await summarize('A ship came in on Monday. It carried salt. The crew slept.', { length: { sentences: 1 } });
document.querySelector('#headless').textContent = sentences[summary[0]].text;
