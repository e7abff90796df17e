-- Whom the newest words of a note call by their handle. Written with those words; who may learn of
-- it is asked of the note.
create table mention (
  annotation_id uuid not null references annotation on delete cascade,
  person_id uuid not null references person on delete cascade,
  primary key (annotation_id, person_id)
);
-- Serves what calls one person, and erasing that person.
create index mention_person on mention (person_id, annotation_id);

-- What an erased person wrote calls nobody.
create function forget_mentions() returns trigger language plpgsql as $$
begin
  delete from mention where annotation_id = new.id;
  return null;
end $$;
create trigger annotation_calls_nobody after update of state on annotation
  for each row when (new.state = 'erased' and old.state <> 'erased')
  execute function forget_mentions();

grant select, insert, delete on mention to glossator_app;
