import {
  customType,
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

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' });
const instant = () => timestamp({ withTimezone: true });

export const classTable = pgTable('class', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  description: text().notNull().default(''),
  zone: text().notNull(),
  foundedAt: instant().notNull().defaultNow(),
  archivedAt: instant(),
  keepUntil: date(),
  keepVersion: integer().notNull().default(1),
  warnedDays: smallint(),
  erasedAt: instant(),
  emptiedAt: instant(),
});

export const classWarning = pgTable(
  'class_warning',
  {
    classId: uuid().notNull(),
    personId: uuid().notNull(),
    toldAt: instant().notNull().defaultNow(),
    readAt: instant(),
  },
  ({ classId, personId }) => [primaryKey({ columns: [classId, personId] })],
);

export const classMember = pgTable(
  'class_member',
  {
    classId: uuid().notNull(),
    personId: uuid().notNull(),
    role: text().notNull(),
    state: text().notNull().default('active'),
    joinedAt: instant().notNull().defaultNow(),
  },
  ({ classId, personId }) => [primaryKey({ columns: [classId, personId] })],
);

export const classCode = pgTable('class_code', {
  classId: uuid().primaryKey(),
  code: text().notNull(),
  endsAt: instant().notNull(),
  places: integer().notNull(),
});

export const classGroup = pgTable('class_group', {
  id: uuid().primaryKey(),
  classId: uuid().notNull(),
  name: text().notNull(),
});

export const classGroupMember = pgTable(
  'class_group_member',
  {
    classId: uuid().notNull(),
    personId: uuid().notNull(),
    groupId: uuid().notNull(),
  },
  ({ classId, personId }) => [primaryKey({ columns: [classId, personId] })],
);

export const classInvitation = pgTable('class_invitation', {
  id: uuid().primaryKey(),
  classId: uuid().notNull(),
  email: text().notNull(),
  emailKey: text().notNull(),
  name: text().notNull(),
  role: text().notNull(),
  groupId: uuid(),
  state: text().notNull().default('waiting'),
  tokenHash: bytea().notNull(),
  personId: uuid(),
  invitedBy: uuid(),
  invitedAt: instant().notNull().defaultNow(),
  expiresAt: instant().notNull(),
});

export const classRoster = pgTable('class_roster', {
  id: uuid().primaryKey(),
  classId: uuid().notNull(),
  madeBy: uuid().notNull(),
  madeAt: instant().notNull().defaultNow(),
  encoding: text().notNull(),
  ignored: text().array().notNull(),
  lines: jsonb().notNull(),
  acts: jsonb().notNull(),
});

export const classGuest = pgTable('class_guest', {
  personId: uuid().primaryKey(),
  emailKey: text().notNull(),
  locale: text().notNull(),
  madeAt: instant().notNull().defaultNow(),
});
