import { Type, type Static } from 'typebox';
import { closed, Uuid } from './common.ts';
import { limits } from './limits.ts';

const GroupName = Type.String({ maxLength: limits.groupNameLength * 2 });

export const GroupForm = Type.Object({ name: GroupName }, closed);
export type GroupForm = Static<typeof GroupForm>;

export const ClassGroup = Type.Object(
  { id: Uuid, name: Type.String(), students: Type.Integer() },
  closed,
);
export type ClassGroup = Static<typeof ClassGroup>;
/** By name; all of them, for there is an end to how many a class has. */
export const ClassGroups = Type.Object({ items: Type.Array(ClassGroup) }, closed);
export type ClassGroups = Static<typeof ClassGroups>;

export const GroupMade = Type.Object({ id: Uuid }, closed);
export type GroupMade = Static<typeof GroupMade>;

/** Null takes a student out of their group. */
export const GroupOfForm = Type.Object({ group: Type.Union([Uuid, Type.Null()]) }, closed);
export type GroupOfForm = Static<typeof GroupOfForm>;

/**
 * All students, or those who are in no group, dealt into as many groups, named by the word and a number:
 * at random, or so that those who have written much in the class are in different ones.
 */
export const DivisionForm = Type.Object(
  {
    who: Type.Enum(['all', 'rest']),
    how: Type.Enum(['random', 'balanced']),
    groups: Type.Integer({ minimum: 1, maximum: limits.classGroups }),
    word: GroupName,
  },
  closed,
);
export type DivisionForm = Static<typeof DivisionForm>;
