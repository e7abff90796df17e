import { locales, type DecisionLetters, type Locale, type ToldDecision } from '@glossator/contract';
import type { Db } from '../../db/client.ts';
import type { ReviewDeps } from './deps.ts';
import { briefLetter, decisionLetter, type BriefKind } from './letters.ts';
import type { StandingOf } from './standing.ts';
import { authorsToTell, editorsToTell, personToTell } from './tell-statements.ts';

interface Addressee extends Record<string, unknown> {
  readonly name: string;
  readonly email: string;
  readonly key: string;
  readonly locale: Locale;
}
type Teller = Pick<ReviewDeps, 'outbox' | 'settings'>;
type About = Pick<StandingOf, 'id' | 'title'>;

const pathOf = (id: string): string => `/commentaries/${id}/review`;

const letterTo = (
  { settings: { origin } }: Pick<Teller, 'settings'>,
  { id, title }: About,
  locale: Locale,
  kind: ToldDecision,
  message: string,
) =>
  decisionLetter(locale, kind, {
    ...{ host: origin.host, link: `${origin.origin}${pathOf(id)}` },
    ...{ title, message },
  });

/** Tells the authors what was decided, in the transaction of the decision. */
export async function tellAuthors(
  deps: Teller,
  db: Db,
  about: About,
  kind: ToldDecision,
  message: string,
): Promise<void> {
  for (const { email, key, locale } of await db.rows<Addressee>(authorsToTell, [about.id]))
    await deps.outbox.put(db, {
      ...{ kind: 'commentary', to: { email, key }, locale },
      ...letterTo(deps, about, locale, kind, message),
    });
}

/** The mails that `tellAuthors` would send, word for word. */
export async function previewLetters(
  deps: Pick<Teller, 'settings'> & { readonly db: Db },
  about: About,
  kind: ToldDecision,
  message: string,
): Promise<DecisionLetters> {
  const authors = await deps.db.rows<Addressee>(authorsToTell, [about.id]);
  return {
    items: locales.flatMap((locale) => {
      const to = authors.flatMap((each) => (each.locale === locale ? [each.name] : []));
      return to.length === 0
        ? []
        : [{ locale, to, ...letterTo(deps, about, locale, kind, message) }];
    }),
  };
}

async function tellBriefly(
  { outbox, settings: { origin } }: Teller,
  db: Db,
  people: readonly Addressee[],
  kind: BriefKind,
  path: string,
): Promise<void> {
  const facts = { host: origin.host, link: `${origin.origin}${path}` };
  for (const { email, key, locale } of people)
    await outbox.put(db, {
      ...{ kind: 'commentary', to: { email, key }, locale },
      ...briefLetter(locale, kind, facts),
    });
}

/** Tells those editors who have no part in it. */
export async function tellEditors(
  deps: Teller,
  db: Db,
  commentary: string,
  kind: 'submitted' | 'recalled' | 'recommended',
): Promise<void> {
  const editors = await db.rows<Addressee>(editorsToTell, [commentary]);
  await tellBriefly(deps, db, editors, kind, kind === 'recalled' ? '/editing' : pathOf(commentary));
}

export async function tellReviewer(
  deps: Teller,
  db: Db,
  commentary: string,
  personId: string,
  kind: 'asked' | 'ended',
): Promise<void> {
  const people = await db.rows<Addressee>(personToTell, [personId]);
  await tellBriefly(deps, db, people, kind, kind === 'ended' ? '/reviewing' : pathOf(commentary));
}

/** Tells somebody that a commentary asks for a note of theirs. */
export async function tellNoteAuthor(deps: Teller, db: Db, personId: string): Promise<void> {
  const people = await db.rows<Addressee>(personToTell, [personId]);
  await tellBriefly(deps, db, people, 'wanted', '/promotions');
}

/** Tells the authors that somebody has answered whether they may quote a note. */
export async function tellAuthorsBriefly(deps: Teller, db: Db, commentary: string): Promise<void> {
  const authors = await db.rows<Addressee>(authorsToTell, [commentary]);
  await tellBriefly(deps, db, authors, 'answered', `/commentaries/${commentary}/promotions`);
}
