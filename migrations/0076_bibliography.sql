-- The works that the parts of a commentary cite. Nobody in particular added one: it is the commentary's.
create table bibliography_item (
  id uuid primary key,
  commentary_id uuid not null references commentary on delete cascade,
  -- How it is cited: [@key].
  key text not null check (char_length(key) between 1 and 100 and key !~ '[][@;,[:space:]]'),
  -- CSL-JSON without its id, which is the key.
  item jsonb not null check (jsonb_typeof(item) = 'object' and octet_length(item::text) <= 120000),
  -- Whoever changes it must name it.
  version integer not null default 1 check (version >= 1),
  added_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  removed_at timestamptz
);
-- All of a commentary, and no key twice among those that stand.
create index bibliography_item_commentary on bibliography_item (commentary_id);
create unique index bibliography_item_key on bibliography_item (commentary_id, key)
  where removed_at is null;

-- Keys of the works that it cites, as a reader of its words finds them. What was saved before there was a
-- bibliography cites none until it is saved again.
alter table commentary_revision add column cites text[] not null default '{}';

-- What the parts that were handed in cite, as it was then.
alter table commentary_submission add column items jsonb not null default '[]'
  check (jsonb_typeof(items) = 'array');

grant select, insert on bibliography_item to glossator_app;
grant update (key, item, version, changed_at, removed_at) on bibliography_item to glossator_app;
