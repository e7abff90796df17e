import type { Role } from './cast.ts';

const at = '4.6.3.2';

/** One text under four names: near enough to be shown as one, and not the same. */
const letter = (who: string, more = ''): string =>
  `I am ${who}, and I support this clause. Every netizen should be able to report harmful information, and every platform should publish once a month how many reports it had and what became of them.${more} Please let this stand, so that our voice is heard.`;

const signed = (by: Role, body: string) => ({ does: 'write', by, at, body }) as const;

export const campaign = [
  signed('petra', letter('a teacher')),
  signed('jonas', letter('the father of two children')),
  signed('mina', letter('a student of law', ' Small sites can be left out of it.')),
  signed('omar', letter('a librarian', ' Nobody should be told who reported.')),
] as const;
