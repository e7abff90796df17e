import { integer, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

const instant = () => timestamp({ withTimezone: true });

export const classTable = pgTable('class', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  description: text().notNull().default(''),
  zone: text().notNull(),
  foundedAt: instant().notNull().defaultNow(),
  archivedAt: instant(),
});

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
