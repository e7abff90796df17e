-- What notes and texts are found by. Tokens are made by our own function, not by the server's parser:
-- hanzi one by one and two by two, other words by word. `folded` is the plain text with case, width
-- and kinds of hanzi made one: phrases are looked for in it.
create table note_search (
  annotation_id uuid primary key references annotation on delete cascade,
  tokenizer smallint not null,
  folded text not null,
  tokens tsvector not null,
  -- Tags in the form they are compared in.
  tags text[] not null
);
create index note_search_tokens on note_search using gin (tokens);
-- Parts of words, where no whole word was found.
create extension if not exists pg_trgm;
create index note_search_parts on note_search using gin (folded gin_trgm_ops);
create index note_search_tags on note_search using gin (tags);
-- Notes whose tokens are of an older kind, for whoever makes them anew.
create index note_search_tokenizer on note_search (tokenizer, annotation_id);

create table text_search (
  version_id integer not null,
  uid text not null,
  tokenizer smallint not null,
  folded text not null,
  tokens tsvector not null,
  primary key (version_id, uid),
  foreign key (version_id, uid) references segment_text (version_id, uid)
);
create index text_search_tokens on text_search using gin (tokens);

-- What an erased person wrote is found by nobody.
create function forget_search() returns trigger language plpgsql as $$
begin
  delete from note_search where annotation_id = new.id;
  return null;
end $$;
create trigger annotation_forgotten after update of state on annotation
  for each row when (new.state = 'erased' and old.state <> 'erased')
  execute function forget_search();

grant select, insert, delete on note_search to glossator_app;
grant update (tokenizer, folded, tokens, tags) on note_search to glossator_app;
grant select on text_search to glossator_app;
