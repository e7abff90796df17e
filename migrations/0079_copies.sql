-- Commentaries that were begun as a copy of a release, and of which: for good.
create table commentary_origin (
  commentary_id uuid primary key references commentary on delete cascade,
  release_id uuid not null references commentary_release,
  -- Made with the form: sending twice makes one copy.
  post_key uuid not null unique
);
-- Asked when a release goes.
create index commentary_origin_release on commentary_origin (release_id);

grant select, insert on commentary_origin to glossator_app;
