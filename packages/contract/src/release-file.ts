import { releaseFormats } from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { closed, Instant } from './common.ts';

/** `absent`: nobody has asked for it yet, and it is made when somebody does. */
export const releaseFileStates = ['absent', 'waiting', 'ready', 'failed'] as const;

export const ReleaseFile = Type.Object(
  {
    format: Type.Enum([...releaseFormats]),
    mediaType: Type.String(),
    /** `ncss-2016-textual-notes@1.0.epub` */
    name: Type.String(),
    state: Type.Enum([...releaseFileStates]),
    /** Parts of the release that are through, and how many there are. */
    done: Type.Integer({ minimum: 0 }),
    total: Type.Integer({ minimum: 0 }),
    /** Bytes; null until it is there. */
    size: Type.Union([Type.Integer(), Type.Null()]),
    sha256: Type.Union([Type.String(), Type.Null()]),
    madeAt: Type.Union([Instant, Type.Null()]),
  },
  closed,
);
export type ReleaseFile = Static<typeof ReleaseFile>;

export const ReleaseFiles = Type.Object(
  { slug: Type.String(), number: Type.String(), items: Type.Array(ReleaseFile) },
  closed,
);
export type ReleaseFiles = Static<typeof ReleaseFiles>;

const digest = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** `sha256`: these very bytes, which may then be kept for good. */
export const ReleaseFileQuery = Type.Object(
  {
    number: Type.Optional(Type.String({ pattern: '^[1-9]\\d{0,3}\\.(0|[1-9]\\d{0,3})$' })),
    sha256: Type.Optional(digest),
  },
  closed,
);
