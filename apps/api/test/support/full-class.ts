import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { tokenTo } from './accounts.ts';
import { cookieOf, type Person, type TestApp } from './app.ts';
import { bringRoster, codeOf, confirmRoster, foundClass } from './classes.ts';
import { setAssignment } from './set-assignment.ts';
import { fanOutNow, gatherNow, wishMail } from './mail.ts';
import { replyTo, rootOf, startThread } from './notes.ts';

/** Stands in all that students of the class wrote, and in nothing else. */
export const mark = 'quillwort';

export interface FullClass {
  readonly id: string;
  readonly task: string;
  readonly tess: Person;
  readonly help: Person;
  readonly sam: Person;
  readonly kim: Person;
  /** A student without an account. */
  readonly guest: { readonly cookie: string; readonly name: string };
  /** A note that was handed in, and public words that cite it. */
  readonly note: string;
  readonly thread: string;
  readonly citing: string;
}

/** A class in which everything happened that can happen in one, so that every table has rows of it. */
export async function fullClass(site: TestApp): Promise<FullClass> {
  const people = async (name: string): Promise<Person> => site.addPerson({ name });
  const [tess, help, sam, kim] = [
    await people('Tess'),
    await people('Help'),
    await people('Sam'),
    await people('Kim'),
  ];
  const ask = async (
    who: Person | { cookie: string } | null,
    method: 'PUT' | 'POST' | 'DELETE',
    url: string,
    payload?: object,
  ) => {
    const answer = await site.as(who, method, url, payload);
    expect([200, 201, 202], `${url}: ${answer.body}`).toContain(answer.statusCode);
    return answer;
  };
  const id = await foundClass(site, tess);
  const code = await codeOf(site, tess, id);
  for (const each of [help, sam, kim]) await ask(each, 'POST', `/class-codes/${code}/join`);
  await ask(tess, 'PUT', `/classes/${id}/members/${help.id}`, { role: 'assistant' });
  const came = await ask(null, 'POST', '/class-guests', {
    ...{ code, name: 'Gus Sweetgale', email: 'gus@x.org', locale: 'en' },
    password: 'a long enough password',
  });
  const guest = { cookie: cookieOf(came), name: 'Gus Sweetgale' };

  const groups = ['A', 'B'];
  for (const name of groups) await ask(tess, 'POST', `/classes/${id}/groups`, { name });
  const { rows } = await site.owner.query<{ id: string }>(
    'select id from class_group where class_id = $1 order by name',
    [id],
  );
  const inGroup = (who: Person, group: string | undefined) =>
    ask(tess, 'PUT', `/classes/${id}/members/${who.id}/group`, { group });
  await inGroup(sam, rows[0]?.id);
  await inGroup(kim, rows[0]?.id);
  const roster = await bringRoster(site, tess, id, `email,name\nnell@x.org,Nell ${mark}`);
  await confirmRoster(site, tess, id, roster);
  await tokenTo(site, 'nell@x.org');
  await bringRoster(site, tess, id, `email,name\nolaf@x.org,Olaf ${mark}`);

  const task = await setAssignment(site, id, { names: 'pseudonym', byGroups: true });
  const write = (who: Person, at: string, more: object = {}) =>
    startThread(site, who, at, {
      layer: 'class',
      assignment: task,
      body: `${mark} ${at}`,
      ...more,
    });
  await wishMail(site, sam, 'soon');
  const made = await write(sam, '4.3.1.2', { tags: [mark] });
  const note = rootOf(made).id;
  await write(kim, '4.3.1.2', { body: `${mark} as well` });
  const asked = await write(kim, '4.3.2.1', { layer: 'feedback', body: `${mark} asks` });
  await replyTo(site, tess, rootOf(asked).id, `${mark} is answered`);
  const told = await replyTo(site, kim, note, `${mark} answers`);
  await ask(kim, 'PUT', `/annotations/${told.id}`, {
    ...{ body: `${mark} otherwise`, version: 1, seen: ['zh-cac:1.0.0'], tags: [mark] },
  });
  await write(tess, '4.3.1.2', { body: `To all: ${mark}` });
  await ask(sam, 'PUT', `/drafts/reply:${told.id}`, {
    body: `${mark} drafts`,
    layer: 'class',
    tags: '',
  });
  await inGroup(sam, rows[1]?.id);
  await fanOutNow(site);
  await gatherNow(site);
  const own = (await startThread(site, sam, '4.1.1.1', { body: `Public, on [[#${note}]]` })).id;
  await ask(tess, 'POST', `/classes/${id}/members/${kim.id}/sign-in-link`);
  const run = (text: string, values: unknown[]) => site.owner.query(text, values);
  await run(
    `insert into assignment_extension (assignment_id, person_id, due_at) values ($1, $2, now())
     on conflict do nothing`,
    [task, sam.id],
  );
  await run(`insert into assignment_grading (assignment_id, rubric) values ($1, '[]')`, [task]);
  await run(`insert into grade (assignment_id, person_id, comment) values ($1, $2, $3)`, [
    ...[task, sam.id, mark],
  ]);
  await run(
    `insert into assignment_range select $1, 1, uid, uid from unit where path = '4.3.1.2'`,
    [task],
  );
  await run(
    `insert into thread_part (thread_id, commentary_id, born, release_id, label)
     select $1, commentary_id, '1.0#1', id, 'T1' from commentary_release limit 1`,
    [made.id],
  );
  await run(
    `insert into thread_term (thread_id, work_id, term) select $1, work_id, term from term limit 1`,
    [made.id],
  );
  await run('insert into mention (annotation_id, person_id) values ($1, $2)', [note, kim.id]);
  await run(
    `insert into thread_locus (thread_id, n, version_id, uid, start_at, end_at, exact, prefix, suffix)
     select $1, 1, s.version_id, s.uid, 0, 1, $2, '', '' from segment_text s limit 1`,
    [made.id, mark],
  );
  await run(
    `insert into thread_fate (thread_id, version_id, base_id, outcome, reason, from_uid, to_uid)
     select $1, s.version_id, s.version_id, 'marked', 'words-stand', s.uid, s.uid
     from segment_text s limit 1`,
    [made.id],
  );
  await run(
    `insert into fate_locus (thread_id, version_id, side, n, text_version_id, uid, start_at, end_at,
       exact, prefix, suffix)
     select thread_id, version_id, 'new', 1, version_id, from_uid, 0, 1, $2, '', ''
     from thread_fate where thread_id = $1`,
    [made.id, mark],
  );
  await run('insert into work_class (work_id, class_id) select min(id), $1 from work', [id]);
  await ask(kim, 'DELETE', `/annotations/${told.id}`);
  const result = randomUUID();
  await run(
    `insert into grade_result (id, assignment_id, person_id, name, grade, comment, cause)
     values ($1, $2, $3, $4, '{"total": 100, "of": 1000}', $4, 'released')`,
    [result, task, sam.id, mark],
  );
  await run(
    `insert into grade_contest (id, result_id, line, words) values (gen_random_uuid(), $1, 'set', $2)`,
    [result, mark],
  );
  await run(
    `insert into class_event (id, class_id, assignment_id, actor_id, about_id, what, detail)
     values (gen_random_uuid(), $1, $2, $3, $4, 'released', json_build_object('to', $5::text)),
       (gen_random_uuid(), $1, $2, $6, null, 'published', '{}')`,
    [id, task, tess.id, sam.id, mark, help.id],
  );
  await run(
    `insert into class_news (person_id, assignment_id, kind) values ($1, $2, 'published')
     on conflict do nothing`,
    [sam.id, task],
  );
  await run('insert into class_warning (class_id, person_id) values ($1, $2)', [id, tess.id]);
  return { id, task, tess, help, sam, kim, guest, note, thread: made.id, citing: own };
}
