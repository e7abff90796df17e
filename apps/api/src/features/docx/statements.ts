import { limits } from '@glossator/contract';
import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

const kept = `interval '${String(limits.docxDays)} days'`;

/** $1 id, $2 commentary, $3 person, $4 name of the file, $5 notices, $6 passages. One that is too old makes room. */
export const keepDocx: Statement = {
  name: 'docx-keep',
  text: `
    with made as (
      insert into commentary_docx (id, commentary_id, made_by, file_name, notices)
      values ($1, $2, $3, $4, $5::jsonb) returning id)
    insert into commentary_docx_part (docx_id, n, stands, heading, label, title, body, words, notes,
      opening, problem, over, is_dense, kind, at)
    select made.id, r.n, r.stands, r.heading, r.label, r.title, r.body, r.words, r.notes, r.opening,
      r.problem, r.over, r."isDense", r.kind, array(select jsonb_array_elements_text(r.at))
    from made cross join jsonb_to_recordset($6::jsonb) as r(n integer, stands integer, heading text,
      label text, title text, body text, words integer, notes integer, opening text, problem text,
      over integer, "isDense" boolean, kind text, at jsonb)`,
};

/** $1 commentary, $2 person. Unique (commentary_id, made_by). */
export const docxOf: Statement = {
  name: 'docx',
  text: `
    select id, file_name as "fileName", notices, ${iso('made_at')} as made,
      ${iso(`(made_at + ${kept})`)} as ends
    from commentary_docx
    where commentary_id = $1 and made_by = $2 and made_at > now() - ${kept}`,
};

/** $1 docx. All that its plan is made of, without words; there are as many as a commentary has parts. Primary key. */
export const outlineOfDocx: Statement = {
  name: 'docx-outline',
  text: `
    select n, stands, label, problem, over, kind, at from commentary_docx_part
    where docx_id = $1 order by n`,
};

/** $1 docx, $2 the number after which, $3 how many. Primary key. */
export const passagesOf: Statement = {
  name: 'docx-passages',
  text: `
    select n, heading, title, words, notes, opening, is_dense as "isDense" from commentary_docx_part
    where docx_id = $1 and n > $2 order by n limit $3`,
};

/** $1 docx; then one for each: $2 number, $3 kind, $4 addresses, as JSON. Primary key. */
export const choose: Statement = {
  name: 'docx-choose',
  text: `
    update commentary_docx_part p
    set kind = c.kind, at = array(select jsonb_array_elements_text(c.at))
    from unnest($2::integer[], $3::text[], $4::jsonb[]) as c (n, kind, at)
    where p.docx_id = $1 and p.n = c.n`,
};

/** $1 docx. Primary key. */
export const bodiesOfDocx: Statement = {
  name: 'docx-bodies',
  text: 'select n, body from commentary_docx_part where docx_id = $1 order by n',
};

/** $1 docx, $2 commentary, $3 person, $4 what is made of which passage, as JSON. Primary key. */
export const writeParts: Statement = {
  name: 'docx-write',
  text: `
    with taken as (
      select c.*, p.title, p.body, p.words
      from jsonb_to_recordset($4::jsonb) as c(n integer, id uuid, kind text, label text,
        position integer, places jsonb, refers jsonb)
      join commentary_docx_part p on p.docx_id = $1 and p.n = c.n),
    made as (
      insert into commentary_part (id, commentary_id, kind, position, post_key, label)
      select id, $2, kind, position, id, label from taken returning id)
    insert into commentary_revision (part_id, number, label, title, body, words, places, refers, author_id)
    select t.id, 1, t.label, t.title, t.body, t.words, t.places, t.refers, $3
    from taken t join made m on m.id = t.id`,
};

/** $1 commentary, $2 person. Unique (commentary_id, made_by). */
export const dropDocx: Statement = {
  name: 'docx-drop',
  text: 'delete from commentary_docx where commentary_id = $1 and made_by = $2 returning id',
};

/** $1 person. Index commentary_docx_maker. */
export const eraseDocx: Statement = {
  name: 'docx-erase',
  text: 'delete from commentary_docx where made_by = $1',
};

/** Index commentary_docx_age. */
export const dropOldDocx: Statement = {
  name: 'docx-tidy',
  text: `delete from commentary_docx where made_at < now() - ${kept}`,
};
