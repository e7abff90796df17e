import type { FollowKind, Locale, MailChoice, NoticeReason } from '@glossator/contract';
import type { Role } from '@glossator/domain';
import { formatCitation } from '@glossator/document';
import type { Db } from '../../db/client.ts';
import type { Viewer } from '../../plugins/session.ts';
import type { LateWords, LateWriter } from '../mail/deliver.ts';
import { wordsOfSegments, workNow } from '../references/cards.ts';
import { addressBetween, focusOn } from '../works/address.ts';
import type { TextStore } from '../works/text-store.ts';
import { settleLetter } from './gather.ts';
import { letterNotices, letterReader } from './letter-statements.ts';
import { writeHtml } from './letter-html.ts';
import { writeText } from './letter-text.ts';
import { letterWords } from './letter-words.ts';
import { makeUnsubscribeSeal, type UnsubscribeSeal } from './unsubscribe.ts';

/** Notes listed in one mail; the others are counted. */
const mostListed = 50;
/** Of a long clause or a section: code points in each language, and segments. */
const longest = 280;
const mostSegments = 3;

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
export interface LetterClause {
  readonly title: { readonly lang: string; readonly text: string };
  readonly address: string;
  /** As it is cited in the reader's language. */
  readonly citation: string;
  readonly link: string;
  readonly words: readonly { readonly lang: string; readonly text: string }[];
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
  reason !== 'reply' && reason !== 'mention';

async function clauseOf(
  { texts, origin, seal }: LetterDeps,
  viewer: Viewer,
  locale: Locale,
  rows: readonly NoticeRow[],
): Promise<LetterClause[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const work = await workNow(texts, first.work);
  const address = addressBetween(work.structure, first.from_uid, first.to_uid);
  // What has left the text has no words today; its address is its uid.
  const lives = work.structure.byUid.has(first.from_uid) && work.structure.byUid.has(first.to_uid);
  const { segments } = lives ? focusOn(work.structure, address) : { segments: [] };
  // A section is shown by its heading.
  const most = segments[0]?.kind === 'heading' ? 1 : mostSegments;
  const shown = segments.slice(0, most).map(({ uid }) => uid);
  const { titles } = work.head;
  const lang = titles[locale] === undefined ? (Object.keys(titles)[0] ?? locale) : locale;
  const cited = formatCitation(address, work.head, locale);
  const follows = new Map(
    rows.flatMap(({ follow, reason }) =>
      follow !== null && isFollowed(reason) ? [[follow, reason] as const] : [],
    ),
  );
  return [
    {
      title: { lang, text: titles[lang] ?? first.work },
      address,
      citation: cited.ok ? cited.value : address,
      link: `${origin.origin}/t/${first.work}/${address}`,
      words: await wordsOfSegments(texts, work, viewer, shown, longest),
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
  const { id, name, handle, email, locale, roles, layers } = to;
  const viewer: Viewer = {
    actor: { personId: id, roles },
    sessionId: null,
    person: { id, name, handle, email, locale },
    layers,
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
