import type {
  SecondLookForm,
  SecondLookShareForm,
  SecondLooksView,
  SecondLookView,
} from '@glossator/contract';
import {
  canOnSite,
  isAdverse,
  keepsPublicNotes,
  mayDecide,
  secondLookRules,
  type Actor,
} from '@glossator/domain';
import { placeIn } from '../../markdown/place.ts';
import { requireAdministrator, requireMember } from '../../permission.ts';
import type { Viewer } from '../../plugins/session.ts';
import { notFound, Refusal } from '../../refusal.ts';
import { requireAnyKeeper, type ModerationDeps } from '../moderation/access.ts';
import type { AroundRow } from '../moderation/context-statements.ts';
import { aroundOf, wordsOf } from '../moderation/context.ts';
import { causesSeen, personOf } from '../moderation/present-case.ts';
import { worksOf } from '../moderation/works.ts';
import { addressBetween } from '../works/address.ts';
import { aroundWork, everyone, requireWork, workAround } from '../works/text-store.ts';
import {
  flagOf,
  noteOf,
  resultOf,
  stoodOf,
  type FlagRow,
  type LookRow,
  type PlaceRow,
} from './present.ts';
import {
  decisionsBefore,
  flagsThen,
  giveLook,
  givenLooks,
  lookInFull,
  notesAroundThen,
  putShare,
  sharesOfWorks,
  waitingLooks,
} from './statements.ts';

type Deps = Omit<ModerationDeps, 'transact'>;
type Row<T> = T & Record<string, unknown>;

/** Looks that wait, own looks, and decisions before that are shown. */
const most = { waiting: 30, given: 20, before: 20 } as const;

export async function listLooks(deps: Deps, actor: Actor): Promise<SecondLooksView> {
  const { db, texts } = deps;
  const personId = requireAnyKeeper(actor);
  const works = (await worksOf(db, actor)).map(({ id }) => id);
  const [waiting, given, shares] = await Promise.all([
    db.rows<PlaceRow & { opened: string }>(waitingLooks, [works, personId, most.waiting]),
    db.rows<PlaceRow & { at: string; same_action: boolean; same_reason: boolean }>(givenLooks, [
      works,
      personId,
      most.given,
    ]),
    db.rows<Row<SecondLooksView['shares'][number]>>(sharesOfWorks, [
      works,
      secondLookRules.percent,
    ]),
  ]);
  const placed = ({ id, work, kind, from_uid: from, to_uid: to }: PlaceRow) =>
    aroundWork(texts, work, ({ structure }) => ({
      id,
      work,
      kind,
      address: addressBetween(structure, from, to),
    }));
  return {
    waiting: await Promise.all(
      waiting.map(async (row) => ({ ...(await placed(row)), opened: row.opened })),
    ),
    given: await Promise.all(
      given.map(async (row) => ({
        ...(await placed(row)),
        at: row.at,
        sameAction: row.same_action,
        sameReason: row.same_reason,
      })),
    ),
    shares,
    abilities: { setShare: canOnSite(actor, 'administer') },
  };
}

async function rowFor({ db }: Deps, actor: Actor, id: string): Promise<LookRow> {
  const [row] = await db.rows<LookRow>(lookInFull, [id, requireMember(actor)]);
  if (row === undefined || !keepsPublicNotes(actor, row.work_id)) throw notFound();
  return row;
}

/** For whoever may give it and whoever has given it; nobody else learns that it was drawn. */
export async function readLook(deps: Deps, viewer: Viewer, id: string): Promise<SecondLookView> {
  const { db, texts } = deps;
  const row = await rowFor(deps, viewer.actor, id);
  if (!row.waits && !row.own) throw notFound();
  const work = await workAround(texts, row.work);
  const { structure } = work;
  const place = placeIn(row.work, structure);
  const address = addressBetween(structure, row.from_uid, row.to_uid);
  const pins = new Map(
    (row.seen ?? []).map((shown) => shown.split(':') as [edition: string, version: string]),
  );
  const [words, around, flags, before] = await Promise.all([
    wordsOf(texts, work, viewer, address, pins),
    row.answers === null ? [] : db.rows<AroundRow>(notesAroundThen, [row.answers, row.decision]),
    row.kind === 'flagged' ? db.rows<FlagRow>(flagsThen, [row.case_id, row.decision]) : [],
    db.rows<Row<SecondLookView['before'][number]>>(decisionsBefore, [row.decision, most.before]),
  ]);
  return {
    id: row.id,
    work: row.work,
    kind: row.kind,
    address,
    opened: row.opened,
    causes: causesSeen(row.causes),
    author: personOf(row.author_id, row.author_name, row.author_handle),
    note: noteOf(row, place),
    stood: stoodOf(row, place),
    words,
    around: around.map((each) => aroundOf(each, place)),
    flags: flags.map((each) => flagOf(each, structure)),
    appeal: row.appeal,
    before,
    result: resultOf(row),
  };
}

/** Says what one would have decided, once. Nothing comes of it but the comparison. */
export async function give(
  deps: Deps,
  viewer: Viewer,
  id: string,
  { action, reason }: SecondLookForm,
): Promise<SecondLookView> {
  const row = await rowFor(deps, viewer.actor, id);
  const said = isAdverse(action) ? (reason ?? '') : '';
  const isGivenSo = row.own && row.own_action === action && row.own_reason === said;
  if (isGivenSo) return readLook(deps, viewer, id);
  if (row.given) throw new Refusal('look-given', 'This second look has been given already.');
  if (!row.waits) throw notFound();
  if (!mayDecide(row.kind, action))
    throw new Refusal('action-unfit', 'This cannot be decided on a case of this kind.');
  if (isAdverse(action) && said === '')
    throw new Refusal('reason-required', 'Say why: choose a reason.');
  const personId = requireMember(viewer.actor);
  if ((await deps.db.rows(giveLook, [id, personId, action, said])).length === 0)
    throw new Refusal('look-given', 'This second look waits no more.');
  return readLook(deps, viewer, id);
}

/** Who is looked at does not say how often: administrators do. */
export async function setShare(
  deps: Deps,
  actor: Actor,
  slug: string,
  { percent }: SecondLookShareForm,
): Promise<SecondLooksView> {
  const personId = requireAdministrator(actor);
  const work = await requireWork(deps.texts, slug, everyone);
  if (percent < 0 || percent > 100)
    throw new Refusal('number-outside', 'The share is a number from 0 to 100.', {
      field: 'percent',
    });
  await deps.db.rows(putShare, [work.id, percent, personId]);
  return listLooks(deps, actor);
}
