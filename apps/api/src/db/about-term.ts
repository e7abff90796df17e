/**
 * The term that a thread `t` on a work `w` is about: a word of the source, told to whom that is shown.
 * `person` is who asks. By primary keys.
 */
export const aboutTermSql = (person: string): string => `(
  select x.term
  from thread_term x
  join term_ledger g on g.work_id = x.work_id
  join edition_version v on v.id = g.source_version
  join edition e on e.id = v.edition_id
  where x.thread_id = t.id and w.standing <> 'withdrawn' and (e.access = 'public'
    or (e.access = 'signed-in' and ${person} is not null)))`;
