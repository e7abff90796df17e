import { targetKinds, type Pointing } from '@glossator/contract';
import {
  annotationActions,
  annotationStates,
  layerKinds,
  refusalReasons,
  resolutionActions,
  resolutions,
  threadLayers,
  withdrawals,
} from '@glossator/domain';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';
import { kind, tags } from './note-columns.ts';

/* The tables of notes, as queries see them; see schema.ts. */

const instant = () => timestamp({ withTimezone: true }).notNull();

export const layer = pgTable('layer', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  kind: text({ enum: [...layerKinds] }).notNull(),
  ownerId: uuid(),
  classId: uuid(),
  assignmentId: uuid(),
  part: text({ enum: ['assignment', 'desk', 'clause'] }),
  uids: text().array(),
  groupId: uuid(),
  hidesNames: boolean().notNull().default(false),
});

export const thread = pgTable('thread', {
  id: uuid().primaryKey(),
  workId: integer().notNull(),
  layerId: integer().notNull(),
  targetKind: text({ enum: [...targetKinds] }).notNull(),
  fromUid: text().notNull(),
  toUid: text().notNull(),
  authorId: uuid().notNull(),
  resolution: text({ enum: [...resolutions] })
    .notNull()
    .default('open'),
  createdAt: instant().defaultNow(),
  aboutId: uuid(),
  isAnswer: boolean().notNull().default(false),
  entryEdition: text(),
  entryNumber: text(),
});

export const threadLocus = pgTable(
  'thread_locus',
  {
    threadId: uuid().notNull(),
    n: smallint().notNull(),
    versionId: integer().notNull(),
    uid: text().notNull(),
    startAt: integer(),
    endAt: integer(),
    exact: text().notNull(),
    prefix: text().notNull(),
    suffix: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.n] })],
);

export const threadPlace = pgTable(
  'thread_place',
  {
    workId: integer().notNull(),
    layerId: integer().notNull(),
    uid: text().notNull(),
    createdAt: instant(),
    threadId: uuid().notNull(),
    opening: boolean().notNull(),
    answers: integer().notNull().default(0),
    useful: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({
      columns: [table.workId, table.uid, table.layerId, table.createdAt, table.threadId],
    }),
  ],
);

export const threadPart = pgTable('thread_part', {
  threadId: uuid().primaryKey(),
  commentaryId: uuid().notNull(),
  born: text().notNull(),
  releaseId: uuid().notNull(),
  label: text().notNull(),
});

export const threadTerm = pgTable('thread_term', {
  threadId: uuid().primaryKey(),
  workId: integer().notNull(),
  term: text().notNull(),
});

export const annotation = pgTable('annotation', {
  id: uuid().primaryKey(),
  threadId: uuid().notNull(),
  parentId: uuid(),
  authorId: uuid().notNull(),
  state: text({ enum: [...annotationStates] })
    .notNull()
    .default('published'),
  version: integer().notNull().default(1),
  postKey: uuid().notNull(),
  createdAt: instant().defaultNow(),
  changedAt: instant().defaultNow(),
  kind: kind(),
  tags: tags(),
  copiedFrom: uuid(),
  useful: integer().notNull().default(0),
});

export const usefulMark = pgTable(
  'useful_mark',
  { annotationId: uuid().notNull(), personId: uuid().notNull(), markedAt: instant().defaultNow() },
  (table) => [primaryKey({ columns: [table.annotationId, table.personId] })],
);

export const revision = pgTable(
  'revision',
  {
    annotationId: uuid().notNull(),
    number: integer().notNull(),
    body: text().notNull(),
    html: text().notNull(),
    renderer: smallint().notNull(),
    seen: text().array().notNull(),
    writtenAt: instant().defaultNow(),
    kind: kind(),
    tags: tags(),
    withdrawn: text({ enum: [...withdrawals] })
      .notNull()
      .default('no'),
    withdrawnAt: timestamp({ withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.annotationId, table.number] })],
);

export const annotationEvent = pgTable('annotation_event', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  annotationId: uuid().notNull(),
  actorId: uuid().notNull(),
  action: text({
    enum: [...annotationActions, ...resolutionActions, 'move', 'withdraw', 'retarget'],
  }).notNull(),
  before: text().notNull(),
  after: text().notNull(),
  reason: text().notNull().default(''),
  at: instant().defaultNow(),
  revision: integer(),
  reasonCode: text({ enum: ['', ...refusalReasons] })
    .notNull()
    .default(''),
});

export const tally = pgTable(
  'tally',
  {
    workId: integer().notNull(),
    layerId: integer().notNull(),
    uid: text().notNull(),
    notes: integer().notNull(),
    kind: kind(),
  },
  (table) => [primaryKey({ columns: [table.workId, table.layerId, table.uid, table.kind] })],
);

export const draft = pgTable(
  'draft',
  {
    personId: uuid().notNull(),
    place: text().notNull(),
    body: text().notNull(),
    layer: text({ enum: [...threadLayers] }).notNull(),
    savedAt: instant().defaultNow(),
    writer: uuid()
      .notNull()
      .default(sql`'00000000-0000-0000-0000-000000000000'`),
    version: uuid().notNull().defaultRandom(),
    device: text().notNull().default(''),
    kind: kind(),
    tags: text().notNull().default(''),
    pointing: jsonb().$type<Pointing>(),
    begun: integer().notNull().default(0),
  },
  (table) => [primaryKey({ columns: [table.personId, table.place, table.writer] })],
);

export const publicNote = pgTable(
  'public_note',
  { workId: integer().notNull(), createdAt: instant(), annotationId: uuid().notNull() },
  (table) => [primaryKey({ columns: [table.workId, table.createdAt, table.annotationId] })],
);

export const publicTally = pgTable(
  'public_tally',
  { workId: integer().notNull(), part: smallint().notNull(), notes: integer().notNull() },
  (table) => [primaryKey({ columns: [table.workId, table.part] })],
);

export const mention = pgTable(
  'mention',
  { annotationId: uuid().notNull(), personId: uuid().notNull() },
  (table) => [primaryKey({ columns: [table.annotationId, table.personId] })],
);
