/**
 * Classes that nobody but made-up people was ever in. What of theirs is in a class of others goes as
 * that of anybody who leaves.
 */
export const classesOfTheirs = `
  create temporary table demo_class on commit drop as
  select m.class_id as id
  from class_member m left join demo_person d on d.person_id = m.person_id
  group by m.class_id having bool_and(d.person_id is not null)`;

/** Whole, when what was written in them is gone; in this order. */
export const clearingClasses: readonly string[] = [
  // Extensions, openings, pseudonyms and grades go along with assignments, and groups' members with groups.
  ...[
    'layer',
    'class_event',
    'assignment',
    'class_roster',
    'class_invitation',
    'class_code',
    'class_group',
    'class_member',
  ].map((table) => `delete from ${table} x using demo_class d where d.id = x.class_id`),
  'delete from class c using demo_class d where d.id = c.id',
];
