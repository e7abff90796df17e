/** Addresses of commentaries that nobody but made-up people wrote, and that were never published. */
export const addressesOfTheirs = `
  create temporary table demo_address on commit drop as
  select c.slug
  from commentary c
  join commentary_author a on a.commentary_id = c.id
  left join demo_person d on d.person_id = a.person_id
  where not exists (select from commentary_release r where r.commentary_id = c.id)
  group by c.id, c.slug having bool_and(d.person_id is not null)`;

/** When the commentaries are gone. An address is given once, but these were nobody's. */
export const clearingCommentaries: readonly string[] = [
  `delete from commentary_slug s using demo_address d
   where s.slug = d.slug and not exists (select from commentary c where c.slug = s.slug)`,
  'delete from site_role r using demo_person d where r.person_id = d.person_id',
];
