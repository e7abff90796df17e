import { limits } from '@glossator/contract';
import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

const kept = `interval '${String(limits.importDays)} days'`;

const head = `id, title, state, ${iso('touched_at')} as touched, ${iso(`(touched_at + ${kept})`)} as ends,
  version, nullif(slug, '') as slug`;

/** $1 person. Index text_import_owner; there are few. */
export const ownImports: Statement = {
  name: 'text-imports',
  text: `select ${head} from text_import where owner_id = $1
    order by touched_at desc, id desc limit ${String(limits.pageSize)}`,
};

/** $1 person. Index text_import_owner. */
export const openImports: Statement = {
  name: 'text-imports-open',
  text: `select count(*)::integer as n from text_import where owner_id = $1 and state <> 'published'`,
};

/** $1 id, $2 person. Primary key. */
export const ownImport: Statement = {
  name: 'text-import',
  text: `select ${head}, reading, progress, nullif(fault, 'none') as fault, fault_at as "faultAt",
      nullif(publish_fault, '') as "publishFault", nullif(declared, '{}') as declared
    from text_import where id = $1 and owner_id = $2`,
};

/** $1 id, $2 person: held until the transaction ends. Primary key. */
export const holdImport: Statement = {
  name: 'text-import-hold',
  text: `select state, reading, version from text_import where id = $1 and owner_id = $2 for update`,
};

/** $1 id. Primary key. */
export const sourcesOf: Statement = {
  name: 'text-import-sources',
  text: `select n, kind, name, lang, nullif(encoding, '') as encoding, is_guessed as "isGuessed", notices
    from text_import_source where import_id = $1 order by n`,
};

/** $1 id, $2 person, $3 title. */
export const keepImport: Statement = {
  name: 'text-import-keep',
  text: 'insert into text_import (id, owner_id, title) values ($1, $2, $3)',
};

/** $1 import, $2 number, $3 kind, $4 name, $5 language, $6 bytes. */
export const keepSource: Statement = {
  name: 'text-import-keep-source',
  text: `insert into text_import_source (import_id, n, kind, name, lang, content)
    values ($1, $2, $3, $4, $5, $6)`,
};

/** $1 id. Primary keys. */
export const toRead: Statement = {
  name: 'text-import-to-read',
  text: `select i.reading, s.n, s.kind, s.name, s.lang, s.content, s.chosen
    from text_import i join text_import_source s on s.import_id = i.id
    where i.id = $1 and i.state = 'reading' order by s.n`,
};

/** Index text_import_waiting. */
export const waiting: Statement = {
  name: 'text-imports-waiting',
  text: `select id from text_import where state in ('reading', 'publishing')`,
};

/** $1 id, $2 reading, $3 hundredths. Primary key. */
export const progress: Statement = {
  name: 'text-import-progress',
  text: `update text_import set progress = greatest(progress, $3)
    where id = $1 and reading = $2 and state = 'reading'`,
};

/** $1 id, $2 reading, $3 fault, $4 number of its source. Primary key. */
export const endReading: Statement = {
  name: 'text-import-read',
  text: `update text_import set state = case when $3 = 'none' then 'ready' else 'failed' end,
      fault = $3, fault_at = $4, progress = 100
    where id = $1 and reading = $2 and state = 'reading' returning id`,
};

/** $1 id, $2 what was found in each source, as JSON. Primary key. */
export const keepFound: Statement = {
  name: 'text-import-found',
  text: `update text_import_source s
    set encoding = coalesce(f.it ->> 'encoding', ''), is_guessed = (f.it ->> 'isGuessed')::boolean,
      notices = f.it -> 'notices'
    from jsonb_array_elements($2::jsonb) with ordinality as f(it, n)
    where s.import_id = $1 and s.n = f.n - 1`,
};

/** $1 id, $2 version, $3 body. Primary key. */
export const keepState: Statement = {
  name: 'text-import-keep-state',
  text: `insert into text_import_state (import_id, version, body) values ($1, $2, $3)
    on conflict (import_id) do update set version = excluded.version, body = excluded.body`,
};

/** $1 id. Primary key. */
export const stateOf: Statement = {
  name: 'text-import-state',
  text: 'select version, body from text_import_state where import_id = $1',
};

/** $1 id, $2 after which version, $3 up to which. Primary key. */
export const correctionsOf: Statement = {
  name: 'text-import-corrections',
  text: `select body from text_import_correction where import_id = $1 and n > $2 and n <= $3 order by n`,
};

/** $1 id, $2 corrections as JSON. */
export const keepCorrections: Statement = {
  name: 'text-import-keep-corrections',
  text: `insert into text_import_correction (import_id, n, body, undo, takes_back)
    select $1, c.n, c.body, c.undo, c."takesBack"
    from jsonb_to_recordset($2::jsonb) as c(n integer, body jsonb, undo jsonb, "takesBack" integer)`,
};

/** $1 id. The newest correction that was not taken back. Primary key, index text_import_taken_back. */
export const toTakeBack: Statement = {
  name: 'text-import-to-take-back',
  text: `select c.n, c.undo from text_import_correction c
    where c.import_id = $1 and c.takes_back = 0
      and not exists (select from text_import_correction t where t.import_id = $1 and t.takes_back = c.n)
    order by c.n desc limit 1`,
};

/** $1 id, $2 version. Primary key. */
export const touch: Statement = {
  name: 'text-import-touch',
  text: 'update text_import set version = $2, touched_at = now() where id = $1',
};

/** $1 id, $2 number of the source, $3 encoding. Primary keys. What was corrected is gone. */
export const readAgain: Statement = {
  name: 'text-import-read-again',
  text: `
    with gone as (delete from text_import_correction where import_id = $1),
    unread as (delete from text_import_state where import_id = $1),
    chosen as (update text_import_source set chosen = $3 where import_id = $1 and n = $2)
    update text_import set state = 'reading', reading = reading + 1, progress = 0, fault = 'none',
      version = 0, publish_fault = '', touched_at = now() where id = $1`,
};

/** $1 id, $2 what is declared of it. Primary key. */
export const declare: Statement = {
  name: 'text-import-declare',
  text: `update text_import set state = 'publishing', declared = $2::jsonb, publish_fault = '',
      progress = 0, touched_at = now() where id = $1`,
};

/** $1 id. Primary keys. */
export const toPublish: Statement = {
  name: 'text-import-to-publish',
  text: `select i.owner_id as "ownerId", i.version, i.declared, s.version as "storedAt", s.body
    from text_import i join text_import_state s on s.import_id = i.id
    where i.id = $1 and i.state = 'publishing'`,
};

/** $1 id, $2 hundredths. Primary key. */
export const publishProgress: Statement = {
  name: 'text-import-publish-progress',
  text: `update text_import set progress = greatest(progress, $2) where id = $1 and state = 'publishing'`,
};

/** $1 id, $2 what was declared, $3 fault. Primary key. It is as it was before. */
export const endPublishing: Statement = {
  name: 'text-import-unpublished',
  text: `update text_import set state = 'ready', publish_fault = $3
    where id = $1 and state = 'publishing' and declared = $2::jsonb`,
};

/**
 * $1 id, $2 slug, $3 what was declared. Primary keys. What it was made of goes: the work is there.
 * Nothing where it is no longer to be published so.
 */
export const publish: Statement = {
  name: 'text-import-publish',
  text: `
    with ended as (
      update text_import set state = 'published', slug = $2, declared = '{}', touched_at = now()
      where id = $1 and state = 'publishing' and declared = $3::jsonb returning id),
    corrections as (delete from text_import_correction where import_id in (select id from ended)),
    state as (delete from text_import_state where import_id in (select id from ended)),
    sources as (delete from text_import_source where import_id in (select id from ended))
    select id from ended`,
};

/** $1 id, $2 person. Primary key. */
export const dropImport: Statement = {
  name: 'text-import-drop',
  text: 'delete from text_import where id = $1 and owner_id = $2 returning id',
};

/** $1 person. Index text_import_owner. */
export const eraseImports: Statement = {
  name: 'text-imports-erase',
  text: 'delete from text_import where owner_id = $1',
};

/** Index text_import_age. */
export const dropOldImports: Statement = {
  name: 'text-imports-tidy',
  text: `delete from text_import where touched_at < now() - ${kept}`,
};
