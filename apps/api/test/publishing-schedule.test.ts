import type { PublicationView, ReleaseView } from '@glossator/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findDue, publishDue } from '../src/features/publishing/due.ts';
import {
  acceptedCommentary,
  endEditor,
  joinCommentary,
  makeEditor,
  newestMail,
  publishNow,
  readChecks,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let editor: Person;
let other: Person;
let id: string;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  other = await site.addPerson({ name: 'Otto' });
  await makeEditor(site, other);
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  editor = await site.addPerson({ name: 'Edith' });
  await makeEditor(site, editor);
  id = await acceptedCommentary(site, ada);
});

const later = '2100-01-31T09:00:00.000000Z';
const schedule = (more: Record<string, unknown> = {}, by: Person = editor) =>
  site.as(by, 'PUT', `/commentaries/${id}/schedule`, {
    ...{ number: '1.0', change: '', seen: null, at: later, zone: 'Asia/Shanghai' },
    ...more,
  });
const scheduled = async (): Promise<PublicationView> => {
  const answer = await schedule();
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
/** As if its time had come. */
const comes = () =>
  site.owner.query(
    "update commentary_schedule set due_at = now() - interval '1 minute' where commentary_id = $1",
    [id],
  );
const standing = async () => {
  const { rows } = await site.owner.query<{ state: string; releases: number; decisions: string[] }>(
    `select c.state,
       (select count(*)::integer from commentary_release r where r.commentary_id = c.id) as releases,
       (select array_agg(d.kind || ' ' || d.actor_role || ' ' || d.reason order by d.n)
         from commentary_decision d where d.commentary_id = c.id and d.kind <> 'accept') as decisions
     from commentary c where c.id = $1`,
    [id],
  );
  return rows[0];
};

describe('a time', () => {
  test('is set by an editor, and seen by those who write it', async () => {
    expect(await scheduled()).toMatchObject({
      state: 'scheduled',
      schedule: {
        ...{ number: '1.0', at: later, zone: 'Asia/Shanghai', change: '' },
        person: { id: editor.id, name: 'Edith' },
      },
    });
    expect(await readChecks(site, ada, id)).toMatchObject({ schedule: { at: later } });
    expect(await findDue(site.app.db, [])).toBeNull();
    expect(await publishDue(site.app, id)).toBe(false);
  });

  test.each([
    [{ at: '2020-01-01T00:00:00.000000Z' }, 422, 'schedule-past'],
    [{ at: '2100-02-30T00:00:00.000000Z' }, 400, 'request-malformed'],
    [{ at: 'tomorrow' }, 400, 'request-malformed'],
    [{ zone: '+08:00' }, 422, 'zone-unknown'],
    [{ zone: 'Mars/Olympus' }, 422, 'zone-unknown'],
    [{ number: '1.1', change: 'It is mended.' }, 409, 'release-there'],
  ])('%j is refused', async (more, status, code) => {
    expect(refusal(await schedule(more))).toEqual([status, code]);
    expect(await standing()).toMatchObject({ state: 'accepted', decisions: null });
  });

  test('is not for its lead, nor for outsiders', async () => {
    expect(refusal(await schedule({}, ada))).toEqual([403, 'not-allowed']);
    const eve = await site.addPerson({ name: 'Eve' });
    expect(refusal(await schedule({}, eve))).toEqual([404, 'not-found']);
  });

  test('is not set where something keeps it from being published', async () => {
    await site.owner.query(
      'update commentary_submission set front = front || \'{"abstract": ""}\' where commentary_id = $1',
      [id],
    );
    expect(refusal(await schedule())).toEqual([409, 'release-stopped']);
    expect(await standing()).toMatchObject({ state: 'accepted', decisions: null });
  });

  test('does not keep an editor from publishing it now', async () => {
    await scheduled();
    const answer = await publishNow(site, other, id);
    expect(answer.statusCode, answer.body).toBe(201);
    await comes();
    expect(await publishDue(site.app, id)).toBe(false);
    expect(await standing()).toMatchObject({ state: 'published', releases: 1 });
  });
});

describe('when it comes', () => {
  test('it is published once, however many processes look', async () => {
    const { slug } = await scheduled();
    await comes();
    expect(await findDue(site.app.db, [])).toBe(id);
    const worked = await Promise.all([1, 2, 3, 4].map(() => publishDue(site.app, id)));
    expect(worked.filter(Boolean)).toHaveLength(1);
    expect(await standing()).toEqual({
      ...{ state: 'published', releases: 1 },
      decisions: ['schedule editor ', 'publish clock '],
    });
    expect(await findDue(site.app.db, [])).toBeNull();
    const release = (await site.as(null, 'GET', `/releases/${slug}`)).json<ReleaseView>();
    expect(release).toMatchObject({ number: '1.0', parts: [{ label: 'T1' }, { label: 'T2' }] });
  });

  test('and an editor publishes it at the same moment, it is one', async () => {
    await scheduled();
    await comes();
    await Promise.all([publishDue(site.app, id), publishNow(site, other, id)]);
    expect(await standing()).toMatchObject({ state: 'published', releases: 1 });
  });

  test.each([
    ['is no editor any more', () => endEditor(site, editor)],
    ['has come to write it', () => joinCommentary(site, ada, id, editor)],
    [
      'was banned',
      () =>
        site.owner.query(
          `insert into sanction (id, post_key, person_id, kind, state, reason, words, given_by)
           values (gen_random_uuid(), gen_random_uuid(), $1, 'ban', 'in-force', 'spam', 'x', $2)`,
          [editor.id, other.id],
        ),
    ],
  ])('and whoever set it %s, it is not published, and they are told', async (_, lose) => {
    await scheduled();
    await lose();
    await comes();
    expect(await publishDue(site.app, id)).toBe(true);
    expect(await standing()).toEqual({
      ...{ state: 'accepted', releases: 0 },
      decisions: ['schedule editor ', 'undo clock right-lost'],
    });
    const mail = await newestMail(site, editor.email);
    expect(mail).toContain(`/commentaries/${id}/publish`);
    expect(mail).toContain('could not have published it yourself');
    // It can be published by others, and given another time.
    expect((await schedule({}, other)).statusCode).toBe(200);
  });

  test('and whoever set it has gone, it is not published', async () => {
    await scheduled();
    await site.owner.query(
      'update commentary_schedule set person_id = null where commentary_id = $1',
      [id],
    );
    await comes();
    expect(await publishDue(site.app, id)).toBe(true);
    expect(await standing()).toMatchObject({ state: 'accepted', releases: 0 });
  });

  test('and something has come against it, it is not published, and they are told', async () => {
    await scheduled();
    await site.owner.query(
      'update commentary_submission set front = front || \'{"abstract": ""}\' where commentary_id = $1',
      [id],
    );
    await comes();
    expect(await publishDue(site.app, id)).toBe(true);
    expect(await standing()).toEqual({
      ...{ state: 'accepted', releases: 0 },
      decisions: ['schedule editor ', 'undo clock release-stopped'],
    });
    expect(await newestMail(site, editor.email)).toContain('the page says what');
  });

  test('and its authors have put it away, nothing happens', async () => {
    await scheduled();
    await site.owner.query('update commentary set removed_at = now() where id = $1', [id]);
    await comes();
    expect(await findDue(site.app.db, [])).toBeNull();
    expect(await publishDue(site.app, id)).toBe(false);
    expect(await standing()).toMatchObject({ state: 'scheduled', releases: 0 });
  });
});
