import { cast } from '../cast.ts';
import { contested } from './grades-script.ts';
import { infrastructure, security, sovereignty } from './plans.ts';
import { titles } from '../own-text/reading-room.ts';
import { instructor } from './setting.ts';

const said = (title: string): string => `“${title}”`;
const teacher = cast[instructor].name;
const student = cast[contested.lateNote.by].name;

/** A way through the class in a few minutes: who looks at what. */
export const classWalk: readonly string[] = [
  `${teacher}: open the class, then ${said(security.title)} and its board. Who wrote what, what waits for an answer, who has gone quiet; a clause in the table opens it before the room.`,
  `${student}, in another browser or a private window: open the text of the same assignment. What classmates wrote on a clause opens after two notes of one’s own there; so write two.`,
  `${student}: open ${said(sovereignty.title)} and the result of it. Each line of the sum can be contested; one was.`,
  `${teacher}: open the grades of ${said(sovereignty.title)}. ${cast[contested.criterion.by].name} contests a line; answer it.`,
  `${teacher}: look at the draft ${said(infrastructure.title)} as a student would, and publish it.`,
  `${teacher}: open ${said(titles.en)} among your own texts. It is private to you and the class; give it to another, or offer it to everybody.`,
];
