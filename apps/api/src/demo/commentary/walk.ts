import { cast } from '../cast.ts';
import { front, people } from './script.ts';

const { lead, editor, asked } = people;

/** A way through a review in a few minutes: who looks at what. */
export const reviewWalk: readonly string[] = [
  `${cast[asked].name}: open “Your reviews” from the page of commentaries, read what was handed in of “${front.title}”, and recommend something.`,
  `${cast[editor].name}, in another browser or a private window: open “Editing” from the account. Both recommendations stand there; ask for changes, and read the mail before it is sent.`,
  `${cast[lead].name}: open the commentary, read what was decided, change S3 and hand it in again.`,
  `${cast[editor].name}: open a second round or take a decision back; the record keeps both.`,
];
