import 'nutgraf/define';
import type { NutGrafElement } from 'nutgraf/element';
import { type DetailedHTMLProps, type HTMLAttributes, useState } from 'react';
import { createRoot } from 'react-dom/client';

type Props = Partial<Pick<NutGrafElement, 'length' | 'type' | 'withSlider' | 'withKeywords' | 'withReasons' | 'strings'>> & {
  for?: string;
  'onnut-graf-summary'?: (event: HTMLElementEventMap['nut-graf-summary']) => void;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'nut-graf': DetailedHTMLProps<HTMLAttributes<NutGrafElement>, NutGrafElement> & Props;
    }
  }
}

function Story() {
  const [language, setLanguage] = useState<string | null>(null);
  return (
    <>
      <nut-graf for="story" length="2" withSlider strings={{ heading: 'The gist' }} onnut-graf-summary={({ detail }) => setLanguage(detail.digest.language)} />
      <article id="story">
        <h1>Harbour bridge of Tellmar opens</h1>
        <p>The harbour bridge of Tellmar opened on Monday, nine years after the first pile was driven. It cost 84 million crowns, twice what the council had voted.</p>
        <p>Ferries will run until spring, because the railway across the bridge still lacks its signals. The port expects forty trains a day by summer.</p>
        <p>Tellmar has waited for a bridge since the storm of 1962 sank the old ferry. A museum in the southern tower tells of it, and entrance is free on Sundays.</p>
        <p>An audit blames the soft ground under the northern pier for most of the cost. The council will vote on a toll for lorries in March.</p>
      </article>
      <output id="headless">{language}</output>
    </>
  );
}

createRoot(document.querySelector('#root')!).render(<Story />);
