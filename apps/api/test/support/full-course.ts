import type { GroupMade } from '@glossator/contract';
import { tokenTo } from './accounts.ts';
import { bringRoster, classOf, confirmRoster, foundClass } from './classes.ts';
import { marks, type World } from './full-world.ts';
import { day, setAssignment } from './set-assignment.ts';

/** What she is in classes: in some that she teaches, and in two where she learns, in a group and by a letter. */
export async function learns(world: World) {
  const { site, zelda, otto, ask } = world;
  await foundClass(site, zelda);
  const id = await classOf(site, otto, zelda);
  const made = await site.as(otto, 'POST', `/classes/${id}/groups`, { name: 'A' });
  const { id: group } = made.json<GroupMade>();
  await ask(otto, 'PUT', `/classes/${id}/members/${zelda.id}/group`, { group });
  await isSet(world, id);
  await isAsked(world);
}

/** She is asked into a class by a letter, and asks somebody herself. */
async function isAsked({ site, otto, zelda, ask }: World): Promise<void> {
  const other = await foundClass(site, otto);
  const roster = await bringRoster(site, otto, other, `email,name\n${zelda.email},${zelda.name}`);
  await confirmRoster(site, otto, other, roster);
  const token = await tokenTo(site, zelda.email);
  await ask(zelda, 'POST', '/class-invitation/acceptance', { token });

  // As it stands between coming into a class and confirming the address.
  await site.owner.query(
    `insert into class_guest (person_id, email_key, locale) values ($1, $2, 'en')`,
    [zelda.id, zelda.email],
  );
  await site.owner.query(
    `insert into registration
       (id, token_hash, name, email, email_key, password_hash, locale, expires_at, person_id)
     values (gen_random_uuid(), sha256('x'), '', $2, $2, '-', 'en', now() + interval '1 day', $1)`,
    [zelda.id, zelda.email],
  );

  const own = await foundClass(site, zelda);
  await site.owner.query('insert into class_warning (class_id, person_id) values ($1, $2)', [
    own,
    zelda.id,
  ]);
  await site.owner.query(
    `insert into session (id, person_id, device, class_id, link_by)
     values (gen_random_uuid(), $1, '', $2, $3)`,
    [otto.id, own, zelda.id],
  );
  const asked = `email\npupil-${marks.others}@x.org`;
  await confirmRoster(site, zelda, own, await bringRoster(site, zelda, own, asked));
  await bringRoster(site, zelda, own, asked);
}

/** What is kept of a student in an assignment, of every kind. */
async function isSet({ site, otto, zelda }: World, classId: string): Promise<void> {
  const setting = { clauses: ['4.3.1.2'], opens: 0, due: day, names: 'pseudonym' };
  const id = await setAssignment(site, classId, setting);
  for (const [text, values] of [
    [
      `select open_clauses($1, array(select uid from assignment_clause where assignment_id = $1),
         array[$2::uuid], 'count')`,
      [id, zelda.id],
    ],
    [
      `insert into assignment_extension (assignment_id, person_id, due_at)
       values ($1, $2, now() + interval '2 days')`,
      [id, zelda.id],
    ],
    [
      `insert into class_news (assignment_id, person_id, kind, read_at) values ($1, $2, 'published', now())
       on conflict (person_id, assignment_id, kind) do update set read_at = now()`,
      [id, zelda.id],
    ],
    [
      `insert into assignment_alias (assignment_id, person_id, name) values ($1, $2, 'Heron 12')`,
      [id, zelda.id],
    ],
    [
      `insert into class_event (id, class_id, assignment_id, actor_id, about_id, what)
       values (gen_random_uuid(), $1, $2, $3, $4, 'extended'), (gen_random_uuid(), $1, $2, $4, $3, 'extended')`,
      [classId, id, otto.id, zelda.id],
    ],
    [
      `insert into grade (assignment_id, person_id, comment) values ($1, $2, $3)`,
      [id, zelda.id, `Said of her: ${marks.own}`],
    ],
    [
      `insert into grade_result (id, assignment_id, person_id, name, grade, comment, cause, seen_at, ended_at,
         ended_by)
       select gen_random_uuid(), $1, p.id, p.name, $3::jsonb, $4, 'released', now(),
         case when n = 1 then now() end, case when n = 1 then 'replaced' end
       from person p, generate_series(1, 2) n where p.id = $2`,
      [
        id,
        zelda.id,
        JSON.stringify({
          count: null,
          rubric: null,
          computed: 0,
          override: { hundredths: 500, reason: marks.own },
          total: 500,
          of: 1000,
        }),
        marks.own,
      ],
    ],
    [
      `insert into grade_contest (id, result_id, line, words, answer, answer_words, answered_at)
       select gen_random_uuid(), id, 'set', $2, 'stands', $2, now()
       from grade_result where person_id = $1`,
      [zelda.id, marks.own],
    ],
    [
      `insert into class_group_past
       select g.group_id, $2 from class_group_member g where g.class_id = $1 and g.person_id = $2`,
      [classId, zelda.id],
    ],
  ] as const)
    await site.owner.query(text, [...values]);
}
