-- Whoever writes in a thread, moves it or takes it away holds its notes before the thread. Handing in did
-- the reverse, and an answer that came meanwhile waited for it as it waited for the answer.
create or replace function hand_in(the_assignment uuid, who uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  it record;
begin
  perform from layer l
    join thread t on t.layer_id = l.id
    join annotation a on a.thread_id = t.id
    where l.assignment_id = the_assignment and l.owner_id = who and l.part = 'desk'
    order by a.id
    for no key update of a;
  for it in
    select t.id, places.uids
    from layer l
    join thread t on t.layer_id = l.id
    cross join lateral (
      select array_agg(p.uid order by p.uid) as uids from thread_place p where p.thread_id = t.id) places
    where l.assignment_id = the_assignment and l.owner_id = who and l.part = 'desk'
      and not exists (
        select from unnest(places.uids) as u(uid) where not exists (
          select from assignment_opening o where o.assignment_id = the_assignment
            and o.person_id = who and o.uid = u.uid))
    -- By their clauses: whoever hands in the same makes and waits for layers in the same order.
    order by places.uids, t.created_at, t.id
    for update of t
  loop
    update annotation a set created_at = x.at
      from (select id, now() + (row_number() over (order by created_at, id) - 1) * interval '1 microsecond' as at
        from annotation where thread_id = it.id) x
      where a.id = x.id;
    update thread_place set created_at = now() where thread_id = it.id;
    update thread set created_at = now(), layer_id = clause_layer(the_assignment, who, it.uids)
      where id = it.id;
  end loop;
end $$;
