import type { ViewerView } from '@glossator/contract';
import type { Said } from './lib/reader/said.ts';

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
    }
    interface PageData {
      /** Who reads. Absent where nobody was asked. */
      viewer?: ViewerView;
      /** What commentaries say on the clause that is open; null where they say nothing. */
      said?: Said | null;
    }
  }
}

export {};
