/** Commentaries that nobody but made-up people wrote, and of which nobody else’s was begun. */
export const addressesOfTheirs = `
  create temporary table demo_address on commit drop as
  select c.id, c.slug
  from commentary c
  join commentary_author a on a.commentary_id = c.id
  left join demo_person d on d.person_id = a.person_id
  where not exists (
    select from commentary_release r
    join commentary_origin o on o.release_id = r.id
    join commentary_author x on x.commentary_id = o.commentary_id
    where r.commentary_id = c.id
      and not exists (select from demo_person y where y.person_id = x.person_id))
  group by c.id, c.slug having bool_and(d.person_id is not null)`;

/** What was published of them, before they go. */
export const clearingReleases: readonly string[] = [
  `delete from commentary_origin o using commentary_release r, demo_address d
   where o.release_id = r.id and r.commentary_id = d.id`,
  'delete from commentary_release r using demo_address d where r.commentary_id = d.id',
];

/** When the commentaries are gone. An address is given once, but these were nobody's. */
export const clearingCommentaries: readonly string[] = [
  `delete from commentary_slug s using demo_address d
   where s.slug = d.slug and not exists (select from commentary c where c.slug = s.slug)`,
  'delete from site_role r using demo_person d where r.person_id = d.person_id',
];
