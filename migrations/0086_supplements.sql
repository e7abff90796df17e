-- Supplements: a translation of exactly what another edition has lost, never merged with it. What it
-- does not give is outside of it, not lost; where only a part of a segment is lost, it gives a part.
alter table edition add column supplements text references edition;
alter table edition add constraint edition_supplements_check
  check ((relation = 'supplement') = (supplements is not null) and supplements <> id);

alter table segment_text drop constraint segment_text_condition_check;
alter table segment_text add constraint segment_text_condition_check
  check (condition in ('intact', 'damaged', 'lost', 'corrupt', 'outside', 'part'));
alter table segment_text drop constraint segment_text_check;
alter table segment_text add constraint segment_text_check
  check ((condition in ('lost', 'outside')) = (reading is null));

-- A translator’s note: where the original allows two readings.
alter table apparatus_entry drop constraint apparatus_entry_kind_check;
alter table apparatus_entry add constraint apparatus_entry_kind_check
  check (kind in ('gap', 'supplied', 'sic', 'corr', 'surplus', 'note'));

-- Who has read a version of a supplement against the original and answers for it, under the name that
-- is shown with it. Without a row it is an unreviewed working translation.
create table edition_signature (
  version_id integer primary key references edition_version,
  person_id uuid not null references person,
  name text not null check (char_length(name) between 1 and 80),
  signed_at timestamptz not null default now()
);
-- Asked when somebody leaves, and for what is kept about them.
create index edition_signature_person on edition_signature (person_id, version_id);

grant select, insert, delete on edition_signature to glossator_app;
