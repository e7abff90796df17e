import type { ViewerView } from '@glossator/contract';

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
    }
  }
}

export {};
