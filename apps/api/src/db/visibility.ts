import {
  bodyReaders,
  isClassLayer,
  isLayerOfWork,
  layerReaders,
  layerStaff,
  workReaders,
  workStandings,
  type Actor,
  type LayerKind,
  type Reader,
  type Staff,
  type WorkReader,
  type WorkStanding,
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

/** Who reads a layer of a class, and as what: null where nobody does; see the migration of assignments. */
export const readsAsSql = ({ person }: Pick<ActorParameters, 'person'>): string =>
  `reads_as(l.id, ${person})`;

function staffMemberSql(who: Staff, actor: ActorParameters): string {
  switch (who) {
    case 'administrator':
      return `${literal('administrator')} = any(${actor.roles})`;
    case 'moderator-of-work':
      return `${actor.roles} && array[${literal('moderator')}, ${literal('moderator:')} || t.work_id]`;
    case 'class-staff':
      return `${readsAsSql(actor)} ->> 'role' <> ${literal('student')}`;
  }
}

function staffSql(actor: ActorParameters): string {
  const cases = layerKindsIn
    .filter((kind) => layerStaff[kind].length > 0)
    .map((kind) => {
      const staff = layerStaff[kind].map((who: Staff) => staffMemberSql(who, actor));
      return `(l.kind = ${literal(kind)} and (${staff.join(' or ')}))`;
    });
  return `(${cases.join(' or ')})`;
}

function readerSql(reader: Reader, actor: ActorParameters): string {
  switch (reader) {
    case 'everyone':
      return 'true';
    case 'layer-owner':
      return `l.owner_id = ${actor.person}`;
    case 'class-reader':
      return `${readsAsSql(actor)} is not null`;
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

const seesKinds = (kinds: readonly LayerKind[], actor: ActorParameters): string => {
  const cases = kinds.map(
    (kind) => `(l.kind = ${literal(kind)} and ${anyReader(layerReaders[kind], actor)})`,
  );
  return `(${cases.join(' or ')})`;
};

export const seesLayerSql = (actor: ActorParameters): string => seesKinds(layerKindsIn, actor);

/**
 * Ids of the layers that somebody sees outside classes, and of those in them: each found from the
 * person, by an index.
 */
export const layersOutsideSql = (actor: ActorParameters): string => {
  const outside = layerKindsIn.filter((kind) => !isClassLayer(kind));
  return `array(select l.id from layer l where ${seesKinds(outside, actor)})`;
};
export const layersInClassesSql = ({ person }: Pick<ActorParameters, 'person'>): string =>
  `array(select k.layer_id from class_layer_reader k where k.person_id = ${person})`;

/** The same of one class alone. */
export const layersInClassSql = ({
  person,
  classId,
}: Pick<ActorParameters, 'person'> & { readonly classId: string }): string =>
  `array(select k.layer_id from class_layer_reader k where k.person_id = ${person}
    and (select o.class_id from layer o where o.id = k.layer_id) = ${classId})`;

const layersNotOf = (standing: WorkStanding): readonly LayerKind[] =>
  layerKindsIn.filter((kind) => !isLayerOfWork(standing, kind));

/**
 * That what stands in the thread's layer is read where its work stands now. By the primary key of the
 * work: sets of works mislead the planner about how many threads are left.
 */
export const isOfItsWorkSql = `(l.kind <> all(array[${layersNotOf('withdrawn').map(literal).join(', ')}])
  or (select stood.standing from work stood where stood.id = t.work_id) <> ${literal('withdrawn')})`;

export function readsBodySql(actor: ActorParameters): string {
  const cases = Object.entries(bodyReaders).map(
    ([state, readers]) => `(a.state = ${literal(state)} and ${anyReader(readers, actor)})`,
  );
  return `(${seesLayerSql(actor)} and ${isOfItsWorkSql} and (${cases.join(' or ')}))`;
}

interface WorkActorParameters extends ActorParameters {
  /** The one class that a session is for, as an expression of uuid; null where it is for all. */
  readonly within: string;
}

/** Works by who reads them, each found by an index of its own. */
function worksReadAsSql(
  reader: Exclude<WorkReader, 'everyone'>,
  standings: readonly WorkStanding[],
  { person, roles, within }: WorkActorParameters,
): string {
  const stands = `w.standing in (${standings.map(literal).join(', ')})`;
  switch (reader) {
    case 'owner':
      return `select w.id from work w where w.owner_id = ${person} and ${within} is null and ${stands}`;
    case 'class-of-work':
      return `select w.id from class_member m join work_class k on k.class_id = m.class_id
        join work w on w.id = k.work_id
        where m.person_id = ${person} and m.state = 'active'
          and (${within} is null or m.class_id = ${within}) and ${stands}`;
    case 'text-editor':
      return standings
        .map(
          (standing) => `select w.id from work w where w.standing = ${literal(standing)}
            and ${within} is null and ${literal('text-editor')} = any(${roles})`,
        )
        .join(' union all ');
  }
}

/** Ids of the works that are not public and that somebody may read. */
export function ownWorksSql(actor: WorkActorParameters): string {
  const readers = ['owner', 'class-of-work', 'text-editor'] as const;
  const found = readers.flatMap((reader) => {
    const standings = workStandings.filter((standing) =>
      (workReaders[standing] as readonly WorkReader[]).includes(reader),
    );
    return standings.length === 0 ? [] : [worksReadAsSql(reader, standings, actor)];
  });
  return `array(${found.join(' union ')})`;
}

/** Of the row `w`: true of what somebody may read, where `works` are the ids of the above. */
export const seesWorkSql = (works: string): string =>
  `(w.standing = ${literal('public')} or w.id = any(${works}))`;

export const actorValues = (actor: Actor): readonly [string | null, readonly string[]] => [
  actor.personId,
  actor.roles,
];
