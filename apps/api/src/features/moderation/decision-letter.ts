import type { Locale } from '@glossator/contract';
import { refusalReasons, type CaseKind } from '@glossator/domain';
import { h } from 'hastscript';
import type { Db } from '../../db/client.ts';
import type { LateWords, LateWriter } from '../mail/deliver.ts';
import { quoteClause, type QuotedClause } from '../notices/letter-clause.ts';
import { htmlMail, link } from '../notices/letter-html.ts';
import { harmless, localTime } from '../notices/letter-words.ts';
import type { TextStore } from '../works/text-store.ts';
import { decisionWords, type ToldAction } from './decision-words.ts';
import { decisionToMail, settleDecisionMail } from './tell-statements.ts';

interface DecisionRow extends Record<string, unknown> {
  readonly action: ToldAction;
  readonly reason: string;
  readonly words: string;
  readonly kind: CaseKind;
  readonly at: string;
  readonly note: string;
  readonly work: string;
  readonly from_uid: string;
  readonly to_uid: string;
  readonly person: string;
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly locale: Locale;
  readonly zone: string;
}

interface DecisionLetter {
  readonly row: DecisionRow;
  readonly clause: QuotedClause;
  readonly origin: URL;
}

/** What both forms of the mail say, in this order; a path leads somewhere below the site. */
function sentences({ row, clause, origin }: DecisionLetter) {
  const { action, kind, note, locale, reason } = row;
  const words = decisionWords[locale];
  const { address, citation } = clause;
  const place = citation === address ? address : `${citation} (${address})`;
  const known = refusalReasons.find((each) => each === reason);
  const mayRevise = action === 'return' || action === 'refuse' || action === 'hide';
  return {
    lead: words.lead(place, origin.host, action, kind),
    why: known === undefined ? null : words.why(words.reasons[known]),
    ways: [
      ...(mayRevise ? [{ text: words.revise, href: `${origin.origin}/n/${note}/edit` }] : []),
      mayRevise
        ? { text: words.appeal, href: `${origin.origin}/n/${note}/appeal` }
        : { text: words.see, href: `${origin.origin}/n/${note}` },
    ],
  };
}

function writeText(letter: DecisionLetter): string {
  const { row, clause } = letter;
  const words = decisionWords[row.locale];
  const { lead, why, ways } = sentences(letter);
  const said =
    row.words === '' ? [] : [`${words.said}${words.colon}`, row.words.replaceAll(/^/gm, '> ')];
  const parts = [
    lead,
    [
      `${clause.address} · ${harmless(clause.title.text)}\n${clause.link}`,
      ...clause.words.map(({ text }) => `  ${text}`),
    ].join('\n'),
    ...(why === null ? [] : [why]),
    ...said,
    ...ways.map(({ text, href }) => `${text}${words.colon}\n${href}`),
    `-- \n${localTime(row.at, row)}. ${words.always}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

function writeHtml(letter: DecisionLetter): string {
  const { row, clause } = letter;
  const words = decisionWords[row.locale];
  const { lead, why, ways } = sentences(letter);
  return htmlMail(row.locale, words.subject(clause.address, row.action, row.kind), [
    h('p', lead),
    h('h2', [link(clause.link, clause.address)]),
    h('p', { className: 'soft', lang: clause.title.lang }, harmless(clause.title.text)),
    ...clause.words.map(({ lang, text }) => h('blockquote', { lang }, text)),
    ...(why === null ? [] : [h('p', why)]),
    ...(row.words === ''
      ? []
      : [
          h('p', `${words.said}${words.colon}`),
          // Somebody else's words, in a language of theirs.
          h(
            'blockquote',
            { lang: '', dir: 'auto' },
            row.words.split('\n').flatMap((line) => [line, h('br')]),
          ),
        ]),
    ...ways.map(({ text, href }) => h('p', [link(href, text)])),
    h('footer', { className: 'soft' }, [h('p', `${localTime(row.at, row)}. ${words.always}`)]),
  ]);
}

/**
 * Writes the mail of a decision as it is sent: the clause, what was decided and why, and no word of the
 * note, which its author has, and which would not leave a mailbox when it is taken away.
 */
async function composeDecision(
  { texts, origin }: { readonly texts: TextStore; readonly origin: URL },
  db: Db,
  mail: string,
): Promise<LateWords | null> {
  const [row] = await db.rows<DecisionRow>(decisionToMail, [mail]);
  if (row === undefined) return null;
  const { person: id, name, handle, email, locale } = row;
  const viewer = {
    actor: { personId: id, roles: [] },
    sessionId: null,
    person: { id, name, handle, email, locale },
    layers: [],
    works: [],
  };
  const clause = await quoteClause({ texts, origin }, viewer, locale, row);
  const letter = { row, clause, origin };
  return {
    subject: decisionWords[locale].subject(clause.address, row.action, row.kind),
    text: writeText(letter),
    html: writeHtml(letter),
    headers: {},
  };
}

export function decisionWriter(texts: TextStore, origin: URL): LateWriter {
  return {
    compose: (db, mail) => composeDecision({ texts, origin }, db, mail),
    settled: async (db, mail) => {
      await db.rows(settleDecisionMail, [mail]);
    },
  };
}
