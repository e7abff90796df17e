import type { Letter, LetterClause } from './letter.ts';
import { harmless, letterWords, localTime } from './letter-words.ts';

function clauseText(letter: Letter, clause: LetterClause): string {
  const words = letterWords[letter.locale];
  const notes = clause.notes.map(({ author, reason, created, link }) => {
    const why = words.why[reason](author === '' ? words.gone : harmless(author));
    return `- ${why}${words.beside(localTime(created, letter))}\n  ${link}`;
  });
  return [
    `${clause.citation} · ${clause.address} · ${harmless(clause.title.text)}\n${clause.link}`,
    ...clause.words.map(({ text }) => `  ${text}`),
    notes.join('\n'),
    ...clause.ends.map(({ kind, link }) => `${words.end[kind]}${words.colon}${link}`),
  ].join('\n\n');
}

/** For programs and people that do not show HTML; it says the same. */
export function writeText(letter: Letter): string {
  const words = letterWords[letter.locale];
  const parts = [
    words.lead(letter.found, letter.origin.host),
    ...letter.clauses.map((clause) => clauseText(letter, clause)),
    ...(letter.more > 0 ? [`${words.more(letter.more)}\n${letter.origin.origin}/notices`] : []),
    // What mail programs take for the end of the message.
    `-- \n${words.how(letter)}\n${words.change}${words.colon}${letter.origin.origin}/account#mail\n${words.endAll}${words.colon}${letter.end}`,
  ];
  return `${parts.join('\n\n\n')}\n`;
}
