/**
 * Of a table of news, all that is due by mail to one person, once, by one process: `taken`, the first
 * part of a statement. Index `<table>_mail`.
 */
export const takeDue = (table: 'class_news' | 'release_news' | 'text_news'): string => `
    with due as (
      select person_id from ${table} where mail_at <= now() order by mail_at limit 1
      for update skip locked
    ), taken as (
      update ${table} n set mail_at = null from due d
      where n.person_id = d.person_id and n.mail_at <= now()
      returning n.*
    )`;
