import { cast } from '../cast.ts';
import { copy } from './copy-script.ts';
import { front, people } from './script.ts';

const { lead, editor, asked } = people;

/** A way through a review in a few minutes: who looks at what. */
export const reviewWalk: readonly string[] = [
  `${cast[asked].name}: open “Your reviews” from the page of commentaries, read what was handed in of “${front.title}”, mark some words, write a note on them in the margin, and recommend something. After that the page shows what the other reviewer wrote to the authors.`,
  `${cast[editor].name}, in another browser or a private window: open “Editing” from the account. Both recommendations stand there, and in the margins of the round all notes; ask for changes, and read the mail before it is sent.`,
  `${cast[lead].name}: open the commentary, read what was decided and the notes beside the text, answer one, say that it is dealt with, change S3 and hand it in again.`,
  `${cast[editor].name}: open a second round, which shows what became of S3, or take a decision back; the record keeps both.`,
  `Anybody: open /c/${copy.slug}, which went all the way: a copy of what ships, through two rounds and a refusal that was taken back, published as 1.0 and corrected as 1.1. Its page of changes shows what differs.`,
];
