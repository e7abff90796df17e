-- A passage of five thousand hanzi in fifty rows, with what stands around each, is larger than was
-- allowed for: its draft could not be kept.
alter table draft
  drop constraint draft_pointing_check,
  add constraint draft_pointing_check check (pg_column_size(pointing) <= 65536);
