import {
  commentaryStates,
  creditWays,
  nextReleases,
  promotionStates,
  releaseFormats,
  type CreditRole,
  type Licence,
} from '@glossator/domain';
import {
  customType,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core';

/* Commentaries as they are written, as queries see them; see schema.ts. */

const instant = () => timestamp({ withTimezone: true });

export const commentarySlug = pgTable('commentary_slug', { slug: text().primaryKey() });

export const commentary = pgTable('commentary', {
  id: uuid().primaryKey(),
  workId: integer().notNull(),
  slug: text().notNull(),
  title: text().notNull(),
  subtitle: text().notNull().default(''),
  abstract: text().notNull().default(''),
  language: text().notNull(),
  licence: text().$type<Licence>(),
  interests: text().notNull().default(''),
  version: integer().notNull().default(1),
  foundedAt: instant().notNull().defaultNow(),
  changedAt: instant().notNull().defaultNow(),
  removedAt: instant(),
  state: text({ enum: [...commentaryStates] })
    .notNull()
    .default('draft'),
  next: text({ enum: [...nextReleases] })
    .notNull()
    .default('first'),
  standsSince: instant().notNull().defaultNow(),
});

export const commentaryOrigin = pgTable('commentary_origin', {
  commentaryId: uuid().primaryKey(),
  releaseId: uuid().notNull(),
  postKey: uuid().notNull(),
});

export const commentaryContributor = pgTable(
  'commentary_contributor',
  {
    commentaryId: uuid().notNull(),
    n: smallint().notNull(),
    kind: text({ enum: ['person', 'group'] }).notNull(),
    family: text().notNull(),
    given: text().notNull().default(''),
    orcid: text(),
    affiliation: text().notNull().default(''),
    roles: text().array().$type<CreditRole[]>().notNull().default([]),
  },
  ({ commentaryId, n }) => [primaryKey({ columns: [commentaryId, n] })],
);

export const commentaryAuthor = pgTable(
  'commentary_author',
  {
    commentaryId: uuid().notNull(),
    personId: uuid().notNull(),
    role: text({ enum: ['lead', 'author'] }).notNull(),
    state: text({ enum: ['invited', 'active', 'left'] }).notNull(),
    since: instant().notNull().defaultNow(),
  },
  ({ commentaryId, personId }) => [primaryKey({ columns: [commentaryId, personId] })],
);

export const commentaryPart = pgTable('commentary_part', {
  id: uuid().primaryKey(),
  commentaryId: uuid().notNull(),
  kind: text({ enum: ['introduction', 'essay', 'entry'] }).notNull(),
  label: text().notNull().default(''),
  position: integer().notNull(),
  version: integer().notNull().default(1),
  postKey: uuid().notNull(),
  madeAt: instant().notNull().defaultNow(),
  changedAt: instant().notNull().defaultNow(),
  removedAt: instant(),
});

export const commentaryRevision = pgTable(
  'commentary_revision',
  {
    partId: uuid().notNull(),
    number: integer().notNull(),
    label: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    words: integer().notNull(),
    places: jsonb().notNull().default([]),
    authorId: uuid(),
    restores: integer(),
    writtenAt: instant().notNull().defaultNow(),
    cites: text().array().notNull().default([]),
    refers: jsonb().notNull().default([]),
  },
  ({ partId, number }) => [primaryKey({ columns: [partId, number] })],
);

export const bibliographyItem = pgTable('bibliography_item', {
  id: uuid().primaryKey(),
  commentaryId: uuid().notNull(),
  key: text().notNull(),
  item: jsonb().notNull(),
  version: integer().notNull().default(1),
  addedAt: instant().notNull().defaultNow(),
  changedAt: instant().notNull().defaultNow(),
  removedAt: instant(),
});

export const commentaryRelease = pgTable('commentary_release', {
  id: uuid().primaryKey(),
  commentaryId: uuid().notNull(),
  major: integer().notNull(),
  minor: integer().notNull(),
  document: text().notNull(),
  sha256: text().notNull(),
  front: jsonb().notNull(),
  releasedAt: instant().notNull(),
  retractedAt: instant(),
  retraction: text().notNull().default(''),
  releasedBy: uuid(),
  withdrawnAt: instant(),
  withdrawal: text().notNull().default(''),
});

export const commentarySchedule = pgTable('commentary_schedule', {
  commentaryId: uuid().primaryKey(),
  dueAt: instant().notNull(),
  zone: text().notNull(),
  major: integer().notNull(),
  minor: integer().notNull(),
  change: text().notNull(),
  personId: uuid(),
  setAt: instant().notNull().defaultNow(),
});

export const releasePart = pgTable(
  'release_part',
  {
    releaseId: uuid().notNull(),
    n: integer().notNull(),
    kind: text({ enum: ['introduction', 'essay', 'entry'] }).notNull(),
    label: text().notNull(),
    title: text().notNull(),
    words: integer().notNull(),
    places: jsonb().notNull(),
    body: text().notNull(),
    born: text().notNull(),
  },
  ({ releaseId, n }) => [primaryKey({ columns: [releaseId, n] })],
);

export const releasePlace = pgTable(
  'release_place',
  {
    workId: integer().notNull(),
    uid: text().notNull(),
    releaseId: uuid().notNull(),
    n: integer().notNull(),
  },
  ({ workId, uid, releaseId, n }) => [primaryKey({ columns: [workId, uid, releaseId, n] })],
);

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });

export const releaseFile = pgTable('release_file', {
  id: uuid().primaryKey(),
  releaseId: uuid().notNull(),
  format: text({ enum: [...releaseFormats] }).notNull(),
  key: text().notNull(),
  state: text({ enum: ['waiting', 'ready', 'failed'] }).notNull(),
  askedAt: instant().notNull().defaultNow(),
  done: integer().notNull().default(0),
  total: integer().notNull(),
  size: integer(),
  sha256: text(),
  madeAt: instant(),
});

export const releaseFilePiece = pgTable(
  'release_file_piece',
  {
    fileId: uuid().notNull(),
    n: integer().notNull(),
    bytes: bytea().notNull(),
  },
  ({ fileId, n }) => [primaryKey({ columns: [fileId, n] })],
);

export const promotion = pgTable('promotion', {
  id: uuid().primaryKey(),
  commentaryId: uuid().notNull(),
  n: integer().notNull(),
  annotationId: uuid(),
  authorId: uuid(),
  askedBy: uuid(),
  message: text().notNull().default(''),
  askedAt: instant().notNull().defaultNow(),
  state: text({ enum: [...promotionStates] })
    .notNull()
    .default('asked'),
  answeredAt: instant(),
  how: text({ enum: [...creditWays] }),
  credit: text().notNull().default(''),
  words: text().notNull().default(''),
  writtenAt: instant(),
});

export const promotionUse = pgTable(
  'promotion_use',
  { promotionId: uuid().notNull(), releaseId: uuid().notNull() },
  ({ promotionId, releaseId }) => [primaryKey({ columns: [promotionId, releaseId] })],
);
