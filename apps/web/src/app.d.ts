import type { Said } from './lib/reader/said.ts';
import type { CitationView, ViewerView } from '@glossator/contract';
import type { ShownCitation, StyleName } from '#lib/cite/style-choice.ts';

declare global {
  namespace App {
    interface Error {
      /** Stable code of the API's refusal; the interface has a sentence for each. */
      code?: string;
      /** The nearest thing of the work that opens, in words. */
      way?: { readonly href: string; readonly text: string };
    }
    interface Locals {
      requestId: string;
      /** What the page says of itself in its header `Link`. */
      links?: CitationView['links'];
    }
    interface PageData {
      /** Who reads. Absent where nobody was asked. */
      viewer?: ViewerView;
      /** What commentaries say on the clause that is open; null where they say nothing. */
      said?: Said | null;
      /** How the page is cited. */
      cite?: { readonly view: ShownCitation; readonly style: StyleName } | null;
    }
  }
}

export {};
