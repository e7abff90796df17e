import { marks, type World } from './full-world.ts';
import { bringWork, giveTo, setStanding } from './own-work.ts';

const { own } = marks;

/** She brings texts: one that is hers alone, and one that came to be public. Another's she assents to. */
export async function brings({ site, zelda, otto }: World): Promise<void> {
  const kept = await bringWork(site, zelda);
  const shown = await bringWork(site, zelda);
  const his = await bringWork(site, otto);
  await setStanding(site, shown, 'public');
  await setStanding(site, his, 'public');
  const { rows } = await site.owner.query<{ id: string }>(
    'select id from class order by id limit 1',
  );
  await giveTo(site, shown, rows[0]?.id ?? '');
  await site.owner.query('update work_class set given_by = $1', [zelda.id]);
  await site.owner.query(
    `update work set titles = jsonb_build_object('en', $2::text) where id = $1`,
    [kept.id, `Of ${own}`],
  );
  await site.owner.query('update work set rights_statement = $2 where id = $1', [
    shown.id,
    `${own} wrote it`,
  ]);
  await site.owner.query('update work set assented_by = $2 where id = $1', [his.id, zelda.id]);
  await site.owner.query(
    `insert into work_step (id, work_id, action, actor_id, as_owner, message)
     values (gen_random_uuid(), $1, 'offer', $2, true, $3)`,
    [shown.id, zelda.id, `${own} wrote it`],
  );
  // As a text editor she releases one version, and puts another aside.
  await site.owner.query(
    `insert into text_release (id, work_id, edition_id, changes, is_structural, released_by, report)
     select gen_random_uuid(), work_id, id, '[]', false, $1, '{}' from edition limit 1`,
    [zelda.id],
  );
  await site.owner.query(
    `insert into proposed_release (edition_id, version, sha256, set_aside_by, set_aside_at)
     select id, '9.9.9', repeat('0', 64), $1, now() from edition limit 1`,
    [zelda.id],
  );
}
