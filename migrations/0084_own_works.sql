-- Works that belong to a person: private to their owner, who may give them to a class, until a text
-- editor assents to making them public; what is public can be withdrawn.

alter table work
  -- Of what ships with the program nothing is decided here.
  add column shipped boolean not null default true,
  add column standing text not null default 'public'
    check (standing in ('private', 'offered', 'public', 'withdrawn')),
  -- Nobody for what ships, and for what somebody left who is gone.
  add column owner_id uuid references person,
  add column brought_at timestamptz not null default now(),
  -- By what right it may be shown to everybody, in its owner's words.
  add column rights_statement text not null default '' check (char_length(rights_statement) <= 2000),
  add column offered_at timestamptz,
  add column assented_by uuid references person,
  add column assented_at timestamptz,
  add column withdrawn_at timestamptz,
  -- Why, as its page says it to everybody.
  add column withdrawal_reason text
    check (withdrawal_reason in ('rights', 'law', 'text-faulty', 'owner-asks')),
  add column withdrawal_words text not null default '' check (char_length(withdrawal_words) <= 2000),
  add check (not shipped or (standing = 'public' and owner_id is null)),
  add check (standing = 'private' or shipped or rights_statement <> ''),
  add check ((standing = 'offered') = (offered_at is not null)),
  add check ((standing in ('public', 'withdrawn') and not shipped) = (assented_at is not null)),
  add check ((standing = 'withdrawn') = (withdrawn_at is not null)),
  add check ((standing = 'withdrawn') = (withdrawal_reason is not null)),
  add check (standing = 'withdrawn' or withdrawal_words = '');
-- From here on each insertion says what it brings.
alter table work alter column shipped drop default, alter column standing drop default;

create index work_owner on work (owner_id, brought_at desc, id desc) where owner_id is not null;
create index work_offered on work (offered_at, id) where standing = 'offered';
-- What somebody brought and everybody reads, for the text editors.
create index work_assented on work (assented_at desc, id desc) where standing = 'public' and not shipped;
create index work_public on work (slug) where standing = 'public';
create index work_withdrawn on work (withdrawn_at desc, id desc) where standing = 'withdrawn';
create index work_assented_by on work (assented_by) where assented_by is not null;

-- The classes that may read a work which is not public.
create table work_class (
  work_id integer not null references work on delete cascade,
  class_id uuid not null references class on delete cascade,
  given_by uuid references person,
  given_at timestamptz not null default now(),
  primary key (work_id, class_id)
);
create index work_class_class on work_class (class_id, given_at, work_id);
create index work_class_given_by on work_class (given_by);

-- What was done about where a work stands. Rows stay as they are.
create table work_step (
  id uuid primary key,
  work_id integer not null references work on delete cascade,
  action text not null
    check (action in ('offer', 'take-back', 'refuse', 'assent', 'withdraw', 'reinstate')),
  -- Nobody, where they have gone.
  actor_id uuid references person,
  as_owner boolean not null,
  reason text check (reason in ('rights-unclear', 'rights-of-others', 'text-incomplete', 'text-faulty',
    'already-here', 'out-of-scope', 'rights', 'law', 'owner-asks')),
  -- The statement of rights, or what the owner was told.
  message text not null default '' check (char_length(message) <= 2000),
  at timestamptz not null default now(),
  check ((action in ('refuse', 'withdraw')) = (reason is not null))
);
create index work_step_work on work_step (work_id, at, id);
create index work_step_actor on work_step (actor_id, at, id);

grant update (standing, owner_id, rights_statement, offered_at, assented_by, assented_at, withdrawn_at,
  withdrawal_reason, withdrawal_words) on work to glossator_app;
grant select, insert, delete on work_class to glossator_app;
grant update (given_by) on work_class to glossator_app;
grant select, insert on work_step to glossator_app;
grant update (actor_id) on work_step to glossator_app;

-- What waits for the public, and what is public, is said about public works alone.
create function only_on_public_work() returns trigger language plpgsql as $$
begin
  if exists (select from layer l join work w on w.id = new.work_id
      where l.id = new.layer_id and l.kind in ('public', 'waiting') and w.standing <> 'public') then
    raise exception 'the work is not public' using errcode = '23514', constraint = 'work_public';
  end if;
  return new;
end $$;
create trigger thread_work_public before insert or update of layer_id on thread
  for each row execute function only_on_public_work();

/*
 * Stores what somebody brings, whole or not at all, as their private work; its number. The app role has
 * no right to add to a text, so that no mistake of it can reach one that is there: this adds a new work and
 * nothing else, and a name, an edition or a uid that is taken anywhere is a unique_violation.
 */
create function store_own_work(owner uuid, it jsonb) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  made integer;
  version jsonb;
  version_number integer;
begin
  insert into work (slug, key, abbreviation, titles, issuer, issued, levels, rights, shipped, standing, owner_id)
    select w.slug, w.key, w.abbreviation, w.titles, w.issuer, w.issued, w.levels, w.rights, false, 'private', owner
    from jsonb_to_record(it -> 'work') as w(slug text, key text, abbreviation text, titles jsonb,
      issuer jsonb, issued date, levels jsonb, rights jsonb)
    returning id into made;
  insert into unit (uid, work_id, path, kind, role, ord, parent_uid)
    select uid, made, path, kind, coalesce(role, 'none'), ord, parent
    from jsonb_to_recordset(it -> 'units')
      as u(uid text, path text, kind text, role text, ord integer, parent text);
  insert into unit_alias (work_id, path, uid, successors, reason)
    select made, path, uid, successors, reason
    from jsonb_to_recordset(it -> 'aliases')
      as a(path text, uid text, successors text[], reason text);
  insert into alignment (work_id, id, ord, body)
    select made, link ->> 'id', n, link
    from jsonb_array_elements(it -> 'alignment') with ordinality as a(link, n);
  for version in select v from jsonb_array_elements(it -> 'versions') as v loop
    insert into edition (id, work_id, ord, lang, relation, title, responsible, source, rights)
      select e.id, made, (select count(*) from edition x where x.work_id = made), e.lang, e.relation,
        e.title, e.responsible, e.source, e.rights
      from jsonb_to_record(version -> 'edition') as e(id text, lang text, relation text, title text,
        responsible jsonb, source jsonb, rights jsonb);
    insert into edition_version (edition_id, version, sha256, released, ord)
      values (version -> 'edition' ->> 'id', version ->> 'version', version ->> 'sha256',
        (version ->> 'released')::date, 1)
      returning id into version_number;
    insert into segment_text (version_id, uid, reading, diplomatic, label, condition, sha256)
      select version_number, uid, reading, diplomatic, label, condition, sha256
      from jsonb_to_recordset(version -> 'texts') as s(uid text, reading text, diplomatic text,
        label text, condition text, sha256 text);
    insert into limb_range (version_id, uid, sentence_uid, start_at, end_at)
      select version_number, uid, sentence, start, "end"
      from jsonb_to_recordset(version -> 'limbs')
        as l(uid text, sentence text, start integer, "end" integer);
    insert into apparatus_entry (version_id, number, ord, kind, body)
      select version_number, e ->> 'number', n, e ->> 'kind', e
      from jsonb_array_elements(version -> 'apparatus') with ordinality as a(e, n);
  end loop;
  -- Texts speak of their own clauses alone: a version with a uid of another work would show its words.
  if exists (select from edition e join edition_version v on v.edition_id = e.id
      join segment_text s on s.version_id = v.id join unit u on u.uid = s.uid
      where e.work_id = made and u.work_id <> made) then
    raise exception 'a text names a clause of another work' using errcode = '23514', constraint = 'own_clauses';
  end if;
  return made;
end $$;

/* Puts the words of a person's own text into the index; what stands there already stays. */
create function index_own_text(the_version integer, the_tokenizer smallint, rows jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into text_search (version_id, uid, tokenizer, folded, tokens)
    select the_version, r.uid, the_tokenizer, r.folded, array_to_tsvector(r.tokens)
    from jsonb_to_recordset(rows) as r(uid text, folded text, tokens text[])
    join edition_version v on v.id = the_version
    join edition e on e.id = v.edition_id
    join work w on w.id = e.work_id and not w.shipped and w.standing = 'private'
    join segment_text s on s.version_id = the_version and s.uid = r.uid
  on conflict (version_id, uid) do nothing;
end $$;

/*
 * Takes away what nobody owns and no class may read: first the words, then, where nothing was written in
 * it, all of it. Where something was, the clauses stay without words, so that notes keep their place and
 * those who wrote them keep their notes; nobody may read such a work. Its name is reserved for good.
 */
create function drop_abandoned_works() returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it integer;
begin
  for it in select w.id from work w
    where w.owner_id is null and not w.shipped and w.standing = 'private' and w.titles <> '{}'
      and not exists (select from work_class c where c.work_id = w.id)
    for update skip locked
  loop
    delete from text_search where version_id in (
      select v.id from edition e join edition_version v on v.edition_id = e.id where e.work_id = it);
    delete from limb_range where version_id in (
      select v.id from edition e join edition_version v on v.edition_id = e.id where e.work_id = it);
    delete from apparatus_entry where version_id in (
      select v.id from edition e join edition_version v on v.edition_id = e.id where e.work_id = it);
    update segment_text set reading = null, diplomatic = null, sha256 = null, condition = 'lost', label = ''
      where version_id in (
        select v.id from edition e join edition_version v on v.edition_id = e.id where e.work_id = it);
    delete from alignment where work_id = it;
    update edition set title = '', responsible = '[]', source = '{}', rights = '{}' where work_id = it;
    update work set titles = '{}', issuer = '{}', rights = '{}', abbreviation = '', rights_statement = ''
      where id = it;
    begin
      delete from segment_text where version_id in (
        select v.id from edition e join edition_version v on v.edition_id = e.id where e.work_id = it);
      delete from edition_version where edition_id in (select id from edition where work_id = it);
      delete from edition where work_id = it;
      delete from unit_alias where work_id = it;
      delete from unit where work_id = it;
      -- The row itself stays: its name is not given again.
    exception when foreign_key_violation then null;
    end;
  end loop;
end $$;

revoke execute on function store_own_work(uuid, jsonb), index_own_text(integer, smallint, jsonb),
  drop_abandoned_works() from public;
grant execute on function store_own_work(uuid, jsonb), index_own_text(integer, smallint, jsonb),
  drop_abandoned_works() to glossator_app;
