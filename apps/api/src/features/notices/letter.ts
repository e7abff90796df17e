import {
  followKinds,
  type FollowKind,
  type Locale,
  type MailChoice,
  type NoticeReason,
} from '@glossator/contract';
import type { Role } from '@glossator/domain';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import type { LateWords, LateWriter } from '../mail/deliver.ts';
import type { TextStore } from '../works/text-store.ts';
import { settleLetter } from './gather.ts';
import { quoteClause, type QuotedClause } from './letter-clause.ts';
import { letterNotices, letterReader } from './letter-statements.ts';
import { writeHtml } from './letter-html.ts';
import { writeText } from './letter-text.ts';
import { letterWords } from './letter-words.ts';
import { makeUnsubscribeSeal, type UnsubscribeSeal } from './unsubscribe.ts';

/** Notes listed in one mail; the others are counted. */
const mostListed = 50;

interface ReaderRow extends Record<string, unknown> {
  readonly id: string;
  readonly name: string;
  readonly handle: string;
  readonly email: string;
  readonly locale: Locale;
  readonly choice: Exclude<MailChoice, 'off'>;
  readonly zone: string;
  readonly roles: readonly Role[];
  readonly layers: readonly number[];
  readonly works: readonly number[];
}

interface NoticeRow extends Record<string, unknown> {
  readonly id: string;
  readonly reason: NoticeReason;
  readonly follow: string | null;
  readonly work: string;
  readonly from_uid: string;
  readonly to_uid: string;
  readonly author: string;
  readonly created: string;
  readonly found: number;
}

/** Every word of it that is not ours: names, and the texts themselves. */
export interface Letter {
  readonly locale: Locale;
  readonly choice: Exclude<MailChoice, 'off'>;
  readonly zone: string;
  readonly origin: URL;
  readonly found: number;
  /** Those that are not listed. */
  readonly more: number;
  readonly clauses: readonly LetterClause[];
  /** The page that ends all of it. */
  readonly end: string;
}
export interface LetterClause extends QuotedClause {
  readonly notes: readonly {
    readonly author: string;
    readonly reason: NoticeReason;
    readonly created: string;
    readonly link: string;
  }[];
  /** What its reader follows, that tells of it, and the page that ends that alone. */
  readonly ends: readonly { readonly kind: FollowKind; readonly link: string }[];
}

interface LetterDeps {
  readonly texts: TextStore;
  readonly origin: URL;
  readonly seal: UnsubscribeSeal;
}

export function noticeWriter(texts: TextStore, origin: URL, keys: readonly string[]): LateWriter {
  const deps: LetterDeps = { texts, origin, seal: makeUnsubscribeSeal(keys, origin) };
  return { compose: (db, mail) => composeNotices(deps, db, mail), settled: settleLetter };
}

const isFollowed = (reason: NoticeReason): reason is FollowKind =>
  followKinds.some((kind) => kind === reason);

async function clauseOf(
  deps: LetterDeps,
  viewer: Viewer,
  locale: Locale,
  rows: readonly NoticeRow[],
): Promise<LetterClause[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const { origin, seal } = deps;
  const follows = new Map(
    rows.flatMap(({ follow, reason }) =>
      follow !== null && isFollowed(reason) ? [[follow, reason] as const] : [],
    ),
  );
  return [
    {
      ...(await quoteClause(deps, viewer, locale, first)),
      notes: rows.toReversed().map(({ id, author, reason, created }) => ({
        author,
        reason,
        created,
        link: `${origin.origin}/n/${id}`,
      })),
      ends: [...follows].map(([id, kind]) => ({ kind, link: seal.page(kind, id) })),
    },
  ];
}

/**
 * Writes a mail of notices as it is sent. It names clauses and who wrote on them, and holds no word of
 * a note: what is hidden later cannot be taken out of a mailbox.
 */
async function composeNotices(deps: LetterDeps, db: Db, mail: string): Promise<LateWords | null> {
  const [to] = await db.rows<ReaderRow>(letterReader, [mail]);
  if (to === undefined) return null;
  const { id, name, handle, email, locale, roles, layers, works } = to;
  const viewer: Viewer = {
    actor: { personId: id, roles },
    sessionId: null,
    person: { id, name, handle, email, locale },
    layers,
    works,
  };
  const values = [id, roles, layers, mail, mostListed];
  const rows = await db.rows<NoticeRow>(letterNotices, values);
  const [newest] = rows;
  if (newest === undefined) return null;
  const places = Map.groupBy(rows, (row) => `${row.work} ${row.from_uid} ${row.to_uid}`);
  const clauses = [...places.values()].map((each) => clauseOf(deps, viewer, locale, each));
  const letter: Letter = {
    locale,
    choice: to.choice,
    zone: to.zone,
    origin: deps.origin,
    found: newest.found,
    more: newest.found - rows.length,
    clauses: (await Promise.all(clauses)).flat(),
    end: deps.seal.page('all', id),
  };
  return {
    subject: letterWords[locale].subject(letter),
    text: writeText(letter),
    html: writeHtml(letter),
    headers: {
      'List-Id': `<notices.${deps.origin.hostname}>`,
      'List-Unsubscribe': `<${deps.seal.oneClick(id)}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    },
  };
}
