import type { FeedFormat, FollowKind } from '@glossator/contract';
import type { Statement } from '../../db/client.ts';
import { placeIn } from '../../markdown/place.ts';
import { currentHtml } from '../../markdown/render.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound } from '../../refusal.ts';
import { addressOf } from '../follows/present.ts';
import { resolveFollow, type FollowDeps } from '../follows/resolve.ts';
import { visitorReader } from '../sessions/service.ts';
import { focusOn } from '../works/address.ts';
import { everyone, requireWork } from '../works/text-store.ts';
import {
  notesOfLayer,
  notesOfPerson,
  notesOfThread,
  notesOfUnits,
  notesOfWork,
  rootOfThread,
  workOfUnit,
} from './statements.ts';
import { writeFeed, type Entry } from './write.ts';

interface NoteRow extends Record<string, unknown> {
  readonly id: string;
  readonly work: string;
  readonly from_uid: string;
  readonly to_uid: string;
  readonly body: string;
  readonly html: string;
  readonly renderer: number;
  readonly name: string;
  readonly created: string;
  readonly updated: string;
}

interface Source {
  readonly title: string;
  /** Below the site's origin. */
  readonly page: string;
  readonly statement: Statement;
  readonly values: readonly unknown[];
}

async function clauseSource({ db, texts }: FollowDeps, uid: string): Promise<Source> {
  const [unit] = await db.rows<{ slug: string }>(workOfUnit, [uid]);
  if (unit === undefined) throw notFound();
  const { id, structure } = await requireWork(texts, unit.slug, everyone);
  const path = structure.byUid.get(uid)?.path;
  const inside = path === undefined ? [uid] : focusOn(structure, path).inside.map((u) => u.uid);
  return {
    title: `${unit.slug} ${path ?? uid}`,
    page: `/id/${uid}`,
    statement: notesOfUnits,
    values: [id, inside],
  };
}

async function threadSource({ db, texts }: FollowDeps, thread: string): Promise<Source> {
  const [root] = await db.rows<{ id: string; slug: string; from_uid: string; to_uid: string }>(
    rootOfThread,
    [thread],
  );
  if (root === undefined) throw notFound();
  const address = await addressOf(texts, root.slug, root.from_uid, root.to_uid);
  return {
    title: `${root.slug} ${address ?? ''}`,
    page: `/n/${root.id}`,
    statement: notesOfThread,
    values: [thread],
  };
}

async function sourceOf(
  deps: FollowDeps,
  viewer: Viewer,
  kind: FollowKind,
  target: string,
): Promise<Source> {
  const stored = await resolveFollow(deps, viewer, kind, target);
  switch (kind) {
    case 'clause':
      return clauseSource(deps, stored);
    case 'thread':
      return threadSource(deps, stored);
    case 'person': {
      const page = `/search?q=${encodeURIComponent(`by:${target}`)}`;
      return { title: `@${target}`, page, statement: notesOfPerson, values: [stored] };
    }
    case 'layer':
      return { title: target, page: '/', statement: notesOfLayer, values: [stored] };
    case 'work':
      return { title: target, page: `/t/${target}`, statement: notesOfWork, values: [stored] };
  }
}

export interface FeedInput {
  readonly kind: FollowKind;
  readonly target: string;
  readonly format: FeedFormat;
}

/** What is public of something, newest first: the same whoever asks. */
export async function readFeed(
  deps: FollowDeps & { readonly origin: URL },
  { kind, target, format }: FeedInput,
): Promise<string> {
  const { db, texts, origin } = deps;
  const viewer: Viewer = { ...(await visitorReader(db)), sessionId: null, person: null };
  const { title, page, statement, values } = await sourceOf(deps, viewer, kind, target);
  const rows = await db.rows<NoteRow>(statement, [viewer.layers, ...values]);
  const entries = rows.map(async (row): Promise<Entry> => {
    const structure = (await texts.recent(row.work))?.structure;
    const address = await addressOf(texts, row.work, row.from_uid, row.to_uid);
    const author = row.name === '' ? '—' : row.name;
    return {
      link: `${origin.origin}/n/${row.id}`,
      title: `${author} · ${row.work} ${address ?? ''}`,
      authors: [author],
      html: currentHtml(row, structure === undefined ? null : placeIn(row.work, structure)),
      created: row.created,
      updated: row.updated,
    };
  });
  const channel = {
    title: `${title} · Glossator · ${origin.host}`,
    origin: origin.origin,
    page: `${origin.origin}${page}`,
    self: `${origin.origin}/feeds/${kind}/${encodeURIComponent(target)}`,
  };
  return writeFeed(format, channel, await Promise.all(entries));
}
