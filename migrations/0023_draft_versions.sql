-- A draft is kept for each writer (a tab of a browser), so that what two devices write stands side by
-- side: the later is shown, the others are offered. `version` changes with each save; a writer who
-- began from one says so, and that one is then superseded.
alter table draft
  add column writer uuid not null default '00000000-0000-0000-0000-000000000000',
  add column version uuid not null default gen_random_uuid(),
  add column device text not null default '' check (char_length(device) <= 200),
  add column kind text not null default 'comment' check (
    kind in ('comment', 'question', 'answer', 'dispute', 'source', 'translation', 'term')),
  add column tags text not null default '' check (char_length(tags) <= 600),
  -- What it points at more closely, as the form has it.
  add column pointing jsonb check (pg_column_size(pointing) <= 16384),
  drop constraint draft_pkey,
  add primary key (person_id, place, writer);
grant update (version, device, kind, tags, pointing) on draft to glossator_app;
