import { randomUUID } from 'node:crypto';
import { can, type Actor } from '@glossator/domain';
import type { Transact } from '../../db/client.ts';
import { isStill } from '../../entity-tag.ts';
import type { Viewer } from '../../plugins/session.ts';
import { Refusal } from '../../refusal.ts';
import { reply, startThread } from '../annotations/create.ts';
import { subjectOf } from '../annotations/presenter.ts';
import { act } from '../annotations/service.ts';
import { refusalOf } from '../sanctions/refuse.ts';
import { everyone, requireWork, type LoadedWork } from '../works/text-store.ts';
import { findAim, type Aim } from './aim.ts';
import { entityTags } from './answer.ts';
import { readMember, type ContainerDeps, type Member } from './container.ts';
import { keptOf, readAnnotation } from './read-annotation.ts';
import { publisher } from './annotation.ts';
import { unsupported } from './fields.ts';
import { saidOf, viaOf } from './say.ts';

/* Notes written by programs, through the service of the form: its rules are the only ones. */

export interface WriteDeps extends ContainerDeps {
  readonly transact: Transact;
}

/** The newest version of each edition: what a program that names none was shown. */
export function newestOf({ editions }: LoadedWork): string[] {
  const newest = new Map(editions.map((head) => [head.edition_id, head.version]));
  return [...newest].map(([edition, version]) => `${edition}:${version}`).slice(0, 16);
}

export async function groundOf(deps: WriteDeps, viewer: Viewer, slug: string) {
  const work = await requireWork(deps.texts, slug, everyone);
  return { ...deps, work, viewer };
}

/** A name a program asks for by Slug (RFC 5023 §9.7); null where it is not fit to be an address. */
export function nameIn(slug: string | undefined): string | null {
  const name = /^\s*"?([A-Za-z0-9][A-Za-z0-9._~-]{0,79})"?\s*$/.exec(slug ?? '')?.[1] ?? null;
  // It would be taken for the id of another note.
  return name === null || /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(name) ? null : name;
}

export interface Asked {
  readonly slug: string | undefined;
  /** Made with the annotation: sending twice makes one note. */
  readonly key: string | undefined;
}

export async function addNote(
  deps: WriteDeps,
  viewer: Viewer,
  work: string,
  value: unknown,
  { slug, key = randomUUID() }: Asked,
): Promise<Member & { readonly isNew: boolean }> {
  const ground = await groundOf(deps, viewer, work);
  const sent = readAnnotation(value);
  if (sent.sent[publisher] !== undefined) throw unsupported(publisher);
  const aim = await findAim(ground, sent);
  const properties = { ...keptOf(sent), ...viaOf(sent) };
  const foreign = { said: saidOf(sent, properties, aim, ground), name: nameIn(slug) };
  const pinned = aim.kind === 'thread' ? aim.seen : [];
  const input = {
    body: sent.markdown,
    kind: sent.kind,
    tags: [...sent.tags],
    seen: pinned.length > 0 ? [...pinned] : newestOf(ground.work),
    key,
  };
  const made =
    aim.kind === 'reply'
      ? await reply(deps, viewer, aim.parent.id, input, foreign)
      : await startThread(
          deps,
          viewer,
          { ...input, work, layer: 'public', target: aim.target, ...pointingOf(aim) },
          foreign,
        );
  const { view, isNew } = made;
  const id = 'annotations' in view ? view.annotations[0]?.id : view.id;
  return { ...(await readMember(deps, work, id ?? '', viewer)), isNew };
}

export const pointingOf = ({ pointing }: Extract<Aim, { kind: 'thread' }>) =>
  pointing === undefined ? {} : { pointing };

/** One's own note in the state its program has read; refused with what is the case otherwise. */
export async function ownMember(
  deps: WriteDeps,
  viewer: Viewer,
  work: string,
  name: string,
  ifMatch: string | undefined,
  ability: 'edit' | 'delete',
): Promise<Member> {
  const member = await readMember(deps, work, name, viewer);
  const may = (actor: Actor): boolean => can(actor, ability, subjectOf(member.row));
  if (!may(viewer.actor))
    throw await refusalOf(deps.db, viewer.actor, {
      may,
      workId: member.row.work_id,
      otherwise: 'Only its author changes a note or takes it away.',
    });
  if (ifMatch === undefined)
    throw new Refusal(
      'precondition-required',
      'Say by If-Match which state of the note you have read; its ETag names it.',
    );
  if (!isStill(ifMatch, entityTags(member.value))) throw changed();
  return member;
}

export const changed = (): Refusal =>
  new Refusal('precondition-failed', 'The note was changed meanwhile; read it again.');

export const isStale = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'version-stale';

export async function removeNote(
  deps: WriteDeps,
  viewer: Viewer,
  work: string,
  name: string,
  ifMatch: string | undefined,
): Promise<void> {
  const { row } = await ownMember(deps, viewer, work, name, ifMatch, 'delete');
  try {
    await act(deps, viewer, row.id, 'delete', row.version);
  } catch (error) {
    throw isStale(error) ? changed() : error;
  }
}
