import { commentaryStates, nextReleases, partKinds, stops, warnings } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { PersonView } from './annotation.ts';
import { closed, Instant, Slug, Uuid } from './common.ts';
import { limits } from './limits.ts';
import { ReleaseNumber, ReleaseSummary } from './release.ts';

/** Number of the last decision that the form knew of; null where it does not matter. */
const seen = Type.Union([Type.Integer({ minimum: 0 }), Type.Null()]);
const release = {
  /** The one that is meant: sending twice makes one release. */
  number: ReleaseNumber,
  /** What is new in it; of a first release nothing need be said. */
  change: Type.String({ maxLength: limits.releaseChange * 2 }),
  seen,
};

export const ReleaseForm = Type.Object(release, closed);
export type ReleaseForm = Static<typeof ReleaseForm>;

export const ReleaseMade = Type.Object(
  { slug: Slug, number: ReleaseNumber, sha256: Type.String() },
  closed,
);
export type ReleaseMade = Static<typeof ReleaseMade>;

/** The zone is the one in which the time was named, and in which it is shown. */
export const ScheduleForm = Type.Object(
  { ...release, at: Instant, zone: Type.String({ minLength: 1, maxLength: 64 }) },
  closed,
);
export type ScheduleForm = Static<typeof ScheduleForm>;

/** The notice stands where it was read; the reason is for the record of the editors. */
export const TakingDown = Type.Object(
  {
    notice: Type.String({ maxLength: limits.releaseNotice * 2 }),
    reason: Type.String({ maxLength: limits.releaseNotice * 2 }),
    seen,
  },
  closed,
);
export type TakingDown = Static<typeof TakingDown>;

export const FindingView = Type.Object(
  {
    code: Type.Enum([...stops, ...warnings]),
    /** True where it cannot be published as it is. */
    stops: Type.Boolean(),
    part: Type.Union([
      Type.Object({ id: Uuid, label: Type.String(), title: Type.String() }, closed),
      Type.Null(),
    ]),
    /** A reference as it was written, an address, an edition and its version, another label. */
    about: Type.String(),
  },
  closed,
);
export type FindingView = Static<typeof FindingView>;

/** What stands before the publication of a commentary, for its authors and the editors. */
export const PublicationView = Type.Object(
  {
    id: Uuid,
    slug: Slug,
    title: Type.String(),
    work: Slug,
    state: Type.Enum([...commentaryStates]),
    next: Type.Enum([...nextReleases]),
    /** The number that the next release gets. */
    number: ReleaseNumber,
    findings: Type.Array(FindingView),
    /** What would be published: as it was handed in, and before that, as it is now. */
    parts: Type.Array(
      Type.Object(
        {
          id: Uuid,
          kind: Type.Enum([...partKinds]),
          label: Type.String(),
          title: Type.String(),
          words: Type.Integer(),
        },
        closed,
      ),
    ),
    /** Whether one reads of it as one of its authors, or as an editor. */
    as: Type.Enum(['author', 'editor']),
    schedule: Type.Union([
      Type.Object(
        {
          /** The decision that set it. */
          decision: Uuid,
          number: ReleaseNumber,
          at: Instant,
          zone: Type.String(),
          change: Type.String(),
          /** Null where they have gone. */
          person: Type.Union([PersonView, Type.Null()]),
        },
        closed,
      ),
      Type.Null(),
    ]),
    releases: Type.Array(ReleaseSummary),
    seen: Type.Integer(),
    abilities: Type.Object(
      {
        publish: Type.Boolean(),
        schedule: Type.Boolean(),
        retract: Type.Boolean(),
        withdraw: Type.Boolean(),
      },
      closed,
    ),
  },
  closed,
);
export type PublicationView = Static<typeof PublicationView>;
