import {
  bodyReaders,
  layerReaders,
  layerStaff,
  type Actor,
  type LayerKind,
  type Reader,
  type Staff,
} from '@glossator/domain';

/**
 * The one SQL form of domain/visibility. Fragments expect the aliases `l` (layer) and, where the
 * words of a note are asked for, `t` (thread) and `a` (annotation). They take the actor as two expressions: person (uuid or null) and roles (text[]).
 * A visitor's comparisons are null, which a WHERE takes for false; a SELECT wraps them in coalesce.
 */
export interface ActorParameters {
  readonly person: string;
  readonly roles: string;
}

const layerKindsIn = Object.keys(layerReaders) as LayerKind[];

// Only words of the domain's own closed lists are quoted here, never a request's.
const literal = (word: string): string => `'${word}'`;

const rolesOfStaff: Record<Staff, string> = {
  administrator: literal('administrator'),
  'moderator-of-work': `${literal('moderator')}, ${literal('moderator:')} || t.work_id`,
};

function staffSql(actor: ActorParameters): string {
  const cases = layerKindsIn
    .filter((kind) => layerStaff[kind].length > 0)
    .map(
      (kind) =>
        `(l.kind = ${literal(kind)} and ${actor.roles} && array[${layerStaff[kind].map((who: Staff) => rolesOfStaff[who]).join(', ')}])`,
    );
  return cases.length === 0 ? 'false' : `(${cases.join(' or ')})`;
}

function readerSql(reader: Reader, actor: ActorParameters): string {
  switch (reader) {
    case 'everyone':
      return 'true';
    case 'layer-owner':
      return `l.owner_id = ${actor.person}`;
    case 'layer-staff':
      return staffSql(actor);
    case 'author':
      return `a.author_id = ${actor.person}`;
  }
}

const anyReader = (readers: readonly Reader[], actor: ActorParameters): string =>
  readers.length === 0
    ? 'false'
    : `(${readers.map((reader) => readerSql(reader, actor)).join(' or ')})`;

export function seesLayerSql(actor: ActorParameters): string {
  const cases = layerKindsIn.map(
    (kind) => `(l.kind = ${literal(kind)} and ${anyReader(layerReaders[kind], actor)})`,
  );
  return `(${cases.join(' or ')})`;
}

export function readsBodySql(actor: ActorParameters): string {
  const cases = Object.entries(bodyReaders).map(
    ([state, readers]) => `(a.state = ${literal(state)} and ${anyReader(readers, actor)})`,
  );
  return `(${seesLayerSql(actor)} and (${cases.join(' or ')}))`;
}

export const actorValues = (actor: Actor): readonly [string | null, readonly string[]] => [
  actor.personId,
  actor.roles,
];
