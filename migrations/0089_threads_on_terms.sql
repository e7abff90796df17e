-- What readers say about a term of the ledger, wherever it stands, is found with its row.

-- A thread that stands on a clause is about a term as well, which stands there. Terms stay when a later
-- ledger leaves them out, and so does what was said of them.
create table thread_term (
  thread_id uuid primary key references thread on delete cascade,
  work_id integer not null,
  term text not null,
  foreign key (work_id, term) references term
);
-- What is said of a term, in the order in which it was begun.
create index thread_term_term on thread_term (work_id, term, thread_id);

grant select, insert, delete on thread_term to glossator_app;
