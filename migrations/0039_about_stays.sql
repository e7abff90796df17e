-- A thread about a note outlives that note: it holds the words of others. A note that was moved into
-- its author's notebook goes with their account, and took such threads along.
alter table thread
  drop constraint thread_about_id_fkey,
  add constraint thread_about_id_fkey foreign key (about_id) references annotation on delete set null,
  drop constraint thread_about,
  add constraint thread_about check (target_kind = 'note' or about_id is null);
