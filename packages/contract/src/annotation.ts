import {
  annotationStates,
  layerKinds,
  refusalReasons,
  resolutionActions,
  resolutions,
  tagLimits,
  threadLayers,
  writtenLayers,
} from '@glossator/domain';
import { Type, type Static } from 'typebox';
import { AddressText, closed, Cursor, Instant, Page, Slug, Uuid } from './common.ts';
import { FateView } from './fate.ts';
import { limits } from './limits.ts';
import { NoteKindName } from './note-kind.ts';
import { ReviewView } from './review.ts';
import { Pointing, TargetView } from './target.ts';

export const LayerName = Type.Enum([...layerKinds]);
/** Those that a form can name. */
export const WrittenLayerName = Type.Enum([...writtenLayers]);
/** Where a thread may be begun. */
export const ThreadLayerName = Type.Enum([...threadLayers]);

/** Pinned edition versions the author was shown, e.g. `zh-cac:1.0.0`. */
export const Seen = Type.Array(
  Type.String({ pattern: '^[a-z0-9-]{1,64}:\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}$' }),
  { minItems: 1, maxItems: 16 },
);

/** Markdown. Bounded in UTF-16 units here; the service counts code points. */
const Body = Type.String({ minLength: 1, maxLength: limits.noteLength * 2 });

// More than are kept may be written: the same tag twice is one.
const Tags = Type.Array(Type.String({ maxLength: tagLimits.length * 4 }), {
  maxItems: tagLimits.count * 2,
});
/** What a form says of a note besides its words; a comment without tags where it is silent. */
const Marks = { kind: Type.Optional(NoteKindName), tags: Type.Optional(Tags) } as const;

export const NewThread = Type.Object(
  {
    work: Slug,
    /** A segment, limb or container, or a range of two. */
    target: AddressText,
    /** What is meant more closely, inside that address. */
    pointing: Type.Optional(Pointing),
    layer: ThreadLayerName,
    /** Which one, where it is written in a class; else absent. */
    assignment: Type.Optional(Uuid),
    body: Body,
    ...Marks,
    seen: Seen,
    /** Made with the form: sending twice makes one note. */
    key: Uuid,
  },
  closed,
);
export type NewThread = Static<typeof NewThread>;

export const NewReply = Type.Object({ body: Body, ...Marks, seen: Seen, key: Uuid }, closed);
export type NewReply = Static<typeof NewReply>;

/**
 * `version` is the one the author edited; a newer one stored refuses the edit. Kind and tags stay as
 * they are where the edit is silent.
 */
export const Edit = Type.Object(
  {
    body: Body,
    ...Marks,
    version: Type.Integer({ minimum: 1 }),
    /** Number of the proposed edit it was written over, where one waits. */
    proposal: Type.Optional(Type.Integer({ minimum: 0 })),
    seen: Seen,
  },
  closed,
);
export type Edit = Static<typeof Edit>;

/** Takes one's own thread into another layer. */
export const Move = Type.Object({ layer: WrittenLayerName }, closed);
/** Writes one's own note again in another layer; `key` as for a new thread. */
export const Copy = Type.Object({ layer: WrittenLayerName, key: Uuid }, closed);

/** `code` is the class of the reason, which readers are told; the words go to author and staff alone. */
export const Hiding = Type.Object(
  {
    code: Type.Enum([...refusalReasons]),
    reason: Type.String({ minLength: 1, maxLength: limits.reasonLength * 2 }),
    /** The newest revision one has seen; by default whichever stands. */
    version: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  closed,
);
export type Hiding = Static<typeof Hiding>;
export const Reason = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: limits.reasonLength * 2 }) },
  closed,
);
/** Why the words of a revision are taken away: compulsory for another's words. */
export const Withdrawing = Type.Object(
  { reason: Type.Optional(Type.String({ maxLength: limits.reasonLength * 2 })) },
  closed,
);
export const ResolutionChange = Type.Object({ action: Type.Enum([...resolutionActions]) }, closed);

export const PersonView = Type.Object(
  {
    id: Uuid,
    /** Both empty for a person who has left. */
    name: Type.String(),
    handle: Type.String(),
  },
  closed,
);
export type PersonView = Static<typeof PersonView>;

export const AnnotationAbilitiesView = Type.Object(
  {
    reply: Type.Boolean(),
    edit: Type.Boolean(),
    'read-history': Type.Boolean(),
    delete: Type.Boolean(),
    restore: Type.Boolean(),
    hide: Type.Boolean(),
    unhide: Type.Boolean(),
    copy: Type.Boolean(),
    /** Where there is a decision to read. */
    'read-decisions': Type.Boolean(),
    flag: Type.Boolean(),
    'mark-useful': Type.Boolean(),
  },
  closed,
);

export const AnnotationView = Type.Object(
  {
    id: Uuid,
    thread: Uuid,
    parent: Type.Union([Uuid, Type.Null()]),
    state: Type.Enum([...annotationStates]),
    version: Type.Integer(),
    created: Instant,
    changed: Instant,
    edited: Type.Boolean(),
    /** Null on a tombstone, with the two fields below. */
    author: Type.Union([PersonView, Type.Null()]),
    /** `comment` and no tags on a tombstone. */
    kind: NoteKindName,
    tags: Type.Array(Type.String()),
    /** The note it was copied from, for those who see that one. */
    copiedFrom: Type.Union([Uuid, Type.Null()]),
    /** Markdown source. */
    body: Type.Union([Type.String(), Type.Null()]),
    /** Sanitised HTML. */
    html: Type.Union([Type.String(), Type.Null()]),
    seen: Type.Array(Type.String()),
    /** Why a moderator withheld it, for its author and the staff. */
    reason: Type.Union([Type.String(), Type.Null()]),
    /** What moderators have to do with it, for its author; null where that is nothing. */
    review: Type.Union([ReviewView, Type.Null()]),
    /** The class of that reason, for everybody; null on a note that no moderator withheld. */
    reasonClass: Type.Union([Type.Enum([...refusalReasons]), Type.Null()]),
    /** To how many people it was useful; 0 on anything but a published public note. */
    useful: Type.Integer({ minimum: 0 }),
    /** Whether it was to this reader. */
    marked: Type.Boolean(),
    abilities: AnnotationAbilitiesView,
  },
  closed,
);
export type AnnotationView = Static<typeof AnnotationView>;

export const ThreadView = Type.Object(
  {
    id: Uuid,
    work: Type.String(),
    layer: LayerName,
    /** The assignment it stands in; null outside classes. */
    assignment: Type.Union([Uuid, Type.Null()]),
    target: TargetView,
    /** Versions of the text that changed something about it; none where it stands as it was written. */
    fates: Type.Array(FateView),
    resolution: Type.Enum([...resolutions]),
    created: Instant,
    abilities: Type.Object({ resolve: Type.Boolean(), move: Type.Boolean() }, closed),
    /** Flat, oldest first; the root has no parent. */
    annotations: Type.Array(AnnotationView),
    /** Where the thread has more notes than these. */
    more: Type.Union([Cursor, Type.Null()]),
  },
  closed,
);
export type ThreadView = Static<typeof ThreadView>;

export const ThreadPage = Page(ThreadView);
export type ThreadPage = Static<typeof ThreadPage>;
export const AnnotationPage = Page(AnnotationView);
export type AnnotationPage = Static<typeof AnnotationPage>;

/** One note that was useful to the person who asks. */
export const UsefulMarkView = Type.Object(
  {
    note: Uuid,
    marked: Instant,
    /** Null where the note has been taken away since. */
    place: Type.Union([
      Type.Object(
        {
          work: Type.String(),
          address: Type.String(),
          /** Empty for a person who has left. */
          author: Type.String(),
        },
        closed,
      ),
      Type.Null(),
    ]),
  },
  closed,
);
export type UsefulMarkView = Static<typeof UsefulMarkView>;
export const UsefulMarkPage = Page(UsefulMarkView);
export type UsefulMarkPage = Static<typeof UsefulMarkPage>;

export const RevisionView = Type.Object(
  {
    number: Type.Integer(),
    /** Null where its words were taken away, as is the HTML; no tags then. */
    body: Type.Union([Type.String(), Type.Null()]),
    html: Type.Union([Type.String(), Type.Null()]),
    kind: NoteKindName,
    tags: Type.Array(Type.String()),
    written: Instant,
    seen: Type.Array(Type.String()),
    /** Who took its words away, and when; null where they stand. */
    withdrawn: Type.Union([
      Type.Object(
        {
          by: Type.Enum(['author', 'staff']),
          at: Instant,
          /** For its author and the staff. */
          reason: Type.Union([Type.String(), Type.Null()]),
        },
        closed,
      ),
      Type.Null(),
    ]),
    /** True on the newest one, which is what the note says. */
    current: Type.Boolean(),
    abilities: Type.Object({ withdraw: Type.Boolean() }, closed),
  },
  closed,
);
export type RevisionView = Static<typeof RevisionView>;
export const RevisionPage = Page(RevisionView);
export type RevisionPage = Static<typeof RevisionPage>;

/** How the form stands: kind and tags as they are typed, what is pointed at as the form has it. */
const draftMarks = {
  kind: Type.Optional(NoteKindName),
  tags: Type.Optional(Type.String({ maxLength: 600 })),
  pointing: Type.Optional(Pointing),
  /** The version of the note that an edit was begun from; 0 for what is new. */
  begun: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
} as const;

export const DraftContent = Type.Object(
  {
    body: Type.String({ minLength: 1, maxLength: limits.noteLength * 2 }),
    layer: ThreadLayerName,
    ...draftMarks,
    /** Who writes: one form in one tab. Versions of other writers stand beside this one. */
    writer: Type.Optional(Uuid),
    /** The version it was begun from, which it supersedes. */
    over: Type.Optional(Uuid),
  },
  closed,
);
export const DraftView = Type.Object(
  {
    place: Type.String(),
    body: Type.String(),
    layer: ThreadLayerName,
    kind: NoteKindName,
    tags: Type.String(),
    pointing: Type.Union([Pointing, Type.Null()]),
    begun: Type.Integer(),
    saved: Instant,
    version: Uuid,
    /** The browser it was written in, as that names itself. */
    device: Type.String(),
  },
  closed,
);
export type DraftView = Static<typeof DraftView>;
/** What was saved, and what stands beside it, newest first. */
export const DraftSaved = Type.Object(
  { ...DraftView.properties, others: Type.Array(DraftView) },
  closed,
);
export type DraftSaved = Static<typeof DraftSaved>;
/** Which versions go: without either, all of the place. */
export const DraftChoice = Type.Object(
  { writer: Type.Optional(Uuid), version: Type.Optional(Uuid) },
  closed,
);
export const DraftPage = Page(DraftView);

/** `new:<work>:<address>`, `reply:<annotation>` or `edit:<annotation>`. */
export const DraftPlace = Type.String({
  maxLength: 200,
  pattern:
    '^(new:[a-z0-9-]{1,64}:[0-9a-z.-]{1,130}|(reply|edit):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$',
});
