import type { SourceBlock } from '@glossator/document/import';

/** Why a block is likely no part of the text, as its file itself says. */
export type Aside = 'navigation' | 'page-head' | 'page-foot' | 'aside' | 'form' | 'hidden' | 'note';

export interface ReadBlock extends SourceBlock {
  readonly aside: Aside | null;
}
