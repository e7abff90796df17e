/** Texts that made-up people brought, and that never were anybody else's to read. */
export const textsOfTheirs = `
  create temporary table demo_work on commit drop as
  select w.id from work w join demo_person d on d.person_id = w.owner_id
  where w.standing in ('private', 'offered')`;

/** Their names with them, where nobody else wrote about what went. */
export const clearingTexts = `
  delete from work w using demo_work d
  where d.id = w.id and w.titles = '{}' and not exists (select from unit u where u.work_id = w.id)`;
