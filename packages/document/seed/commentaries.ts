import { assembleCommentary, type ShippedCommentary } from '../src/index.ts';
import { shippedWorks } from './index.ts';
import { ncss2016TextualNotes } from './ncss-2016-textual-notes.ts';

/** The commentaries that come with the platform, joined with the works they are about. */
export const shippedCommentaries: readonly ShippedCommentary[] = [ncss2016TextualNotes].map(
  (layers) => {
    const about = shippedWorks.find(({ work }) => work.slug === layers.words.work);
    if (about === undefined) throw new Error(`no work ${layers.words.work}`);
    return assembleCommentary(layers, about);
  },
);
