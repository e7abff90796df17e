-- One past revision can lose its words: its number and date stay, with who took them away and when.

alter table revision
  add column withdrawn text not null default 'no' check (withdrawn in ('no', 'by-author', 'by-staff')),
  add column withdrawn_at timestamptz,
  drop constraint revision_body_check,
  add constraint revision_words check (
    case when withdrawn = 'no'
      then withdrawn_at is null and char_length(body) between 1 and 20000
      else withdrawn_at is not null and body = '' and html = '' and cardinality(tags) = 0 end);
grant update (tags, withdrawn, withdrawn_at) on revision to glossator_app;

-- The revision that an event is about; none where it is about the note.
alter table annotation_event
  add column revision integer check (revision is null or action = 'withdraw');
