-- People that `demo` has made up. Only the owner of the tables adds and removes them.
create table demo_person (
  person_id uuid primary key references person on delete cascade
);
