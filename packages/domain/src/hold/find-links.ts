import { withoutUnseen } from './folded.ts';

// What becomes a link when a note is shown: web addresses, bare or in Markdown, and mailboxes.
const link =
  /(?:https?:\/\/|www\.|mailto:|\]\(\s{0,9}<?\/\/)[^\s<>()[\]{}"'“”‘’，。；、）】》]+/giu;

/** The links in a text, each once, without scheme, letter case and what trails after them. */
export function findLinks(text: string): ReadonlySet<string> {
  const found = withoutUnseen(text.replaceAll(/[，；！？]/gu, ' '))
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(link);
  return new Set(
    Array.from(found, ([one]) =>
      one
        .replace(/^(?:\]\(\s*<?\/\/|https?:\/\/|mailto:)/u, '')
        .replace(/^www\./u, '')
        .replace(/[\p{P}\p{S}]{1,20}$/u, ''),
    ),
  );
}
