/**
 * The roles a person has now, as an expression of text[]: read anew with each request, so that who is
 * dismissed has lost them by the next. Keys of site_role and moderator; ordered, so that two readings
 * of the same roles are the same words.
 */
export const rolesOfSql = (person: string): string => `array(
  select role from site_role where person_id = ${person}
  union all
  select 'moderator' || coalesce(':' || work_id, '') from moderator where person_id = ${person}
  order by 1)`;
