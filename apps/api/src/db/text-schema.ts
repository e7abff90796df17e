import {
  boolean,
  date,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/* The tables of 0001_text.sql and 0084_own_works.sql as queries see them; see schema.ts. */

const instant = () => timestamp({ withTimezone: true }).notNull();
const localised = () => jsonb().$type<Readonly<Record<string, string>>>().notNull();

export const work = pgTable('work', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  slug: text().notNull(),
  key: text().notNull(),
  abbreviation: text().notNull(),
  titles: localised(),
  issuer: localised(),
  issued: date().notNull(),
  levels: jsonb().notNull(),
  rights: localised(),
  shipped: boolean().notNull(),
  standing: text({ enum: ['private', 'offered', 'public', 'withdrawn'] }).notNull(),
  ownerId: uuid(),
  broughtAt: instant().defaultNow(),
  rightsStatement: text().notNull().default(''),
  offeredAt: timestamp({ withTimezone: true }),
  assentedBy: uuid(),
  assentedAt: timestamp({ withTimezone: true }),
  withdrawnAt: timestamp({ withTimezone: true }),
  withdrawalReason: text(),
  withdrawalWords: text().notNull().default(''),
});

export const unit = pgTable('unit', {
  uid: text().primaryKey(),
  workId: integer().notNull(),
  path: text().notNull(),
  kind: text({ enum: ['container', 'heading', 'sentence', 'limb'] }).notNull(),
  role: text({ enum: ['none', 'title', 'run-in-heading', 'run-in-label'] }).notNull(),
  ord: integer().notNull(),
  parentUid: text(),
  status: text({ enum: ['live', 'tombstone'] })
    .notNull()
    .default('live'),
});

export const unitAlias = pgTable(
  'unit_alias',
  {
    workId: integer().notNull(),
    path: text().notNull(),
    uid: text().notNull(),
    successors: text().array().notNull(),
    reason: text({ enum: ['renumbered', 'split', 'merged', 'moved', 'spurious'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.workId, table.path] })],
);

export const edition = pgTable('edition', {
  id: text().primaryKey(),
  workId: integer().notNull(),
  ord: smallint().notNull(),
  lang: text().notNull(),
  relation: text({ enum: ['source', 'translation', 'supplement'] }).notNull(),
  supplements: text(),
  title: text().notNull(),
  responsible: jsonb().$type<readonly string[]>().notNull(),
  source: localised(),
  rights: localised(),
  access: text({ enum: ['public', 'signed-in', 'withheld'] })
    .notNull()
    .default('public'),
});

export const editionVersion = pgTable('edition_version', {
  id: integer().primaryKey().generatedAlwaysAsIdentity(),
  editionId: text().notNull(),
  version: text().notNull(),
  sha256: text().notNull(),
  released: date().notNull(),
  ord: integer().notNull(),
  loadedAt: instant().defaultNow(),
  change: jsonb().$type<Readonly<Record<string, string>>>().notNull().default({}),
  baseId: integer(),
  releaseId: uuid(),
});

export const segmentText = pgTable(
  'segment_text',
  {
    versionId: integer().notNull(),
    uid: text().notNull(),
    reading: text(),
    diplomatic: text(),
    label: text().notNull(),
    condition: text({
      enum: ['intact', 'damaged', 'lost', 'corrupt', 'outside', 'part'],
    }).notNull(),
    sha256: text(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.uid] })],
);

export const limbRange = pgTable(
  'limb_range',
  {
    versionId: integer().notNull(),
    uid: text().notNull(),
    sentenceUid: text().notNull(),
    startAt: integer().notNull(),
    endAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.uid] })],
);

export const apparatusEntry = pgTable(
  'apparatus_entry',
  {
    versionId: integer().notNull(),
    number: text().notNull(),
    ord: integer().notNull(),
    kind: text({ enum: ['gap', 'supplied', 'sic', 'corr', 'surplus', 'note'] }).notNull(),
    body: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.versionId, table.number] })],
);

export const alignment = pgTable(
  'alignment',
  {
    workId: integer().notNull(),
    id: text().notNull(),
    ord: integer().notNull(),
    body: jsonb().notNull(),
  },
  (table) => [primaryKey({ columns: [table.workId, table.id] })],
);

export const editionSignature = pgTable('edition_signature', {
  versionId: integer().primaryKey(),
  personId: uuid().notNull(),
  name: text().notNull(),
  signedAt: instant().defaultNow(),
});

export const proposedRelease = pgTable(
  'proposed_release',
  {
    editionId: text().notNull(),
    version: text().notNull(),
    sha256: text().notNull(),
    firstSeen: instant().defaultNow(),
    body: jsonb(),
    setAsideBy: uuid(),
    setAsideAt: timestamp({ withTimezone: true }),
    setAsideReason: text().notNull().default(''),
    releasedAs: integer(),
  },
  (table) => [primaryKey({ columns: [table.editionId, table.version, table.sha256] })],
);

export const workClass = pgTable(
  'work_class',
  {
    workId: integer().notNull(),
    classId: uuid().notNull(),
    givenBy: uuid(),
    givenAt: instant().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workId, table.classId] })],
);

export const workStep = pgTable('work_step', {
  id: uuid().primaryKey(),
  workId: integer().notNull(),
  action: text().notNull(),
  actorId: uuid(),
  asOwner: boolean().notNull(),
  reason: text(),
  message: text().notNull().default(''),
  at: instant().defaultNow(),
});
