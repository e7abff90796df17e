-- The ledger of terms of a work: what each term of one edition is rendered by in another, at every place
-- where it stands. Rows come from what ships; a term that is left out later stays, for its address.

create table term_ledger (
  work_id integer primary key references work,
  source_version integer not null references edition_version,
  target_version integer not null references edition_version,
  -- Slug of the commentary whose notes discuss terms; empty where none does.
  commentary text not null
);

create table term (
  work_id integer not null references term_ledger,
  term text not null check (term <> '' and char_length(term) <= 64),
  ord integer not null,
  -- Definition, preferred rendering, note, and every use in the order of the text.
  body jsonb not null,
  -- The segments it stands in.
  uids text[] not null,
  primary key (work_id, term)
);
create index term_uids on term using gin (uids);

grant select on term_ledger, term to glossator_app;
