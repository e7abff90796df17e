import type {
  ClassGroups,
  ClassInvitedList,
  ClassMembers,
  ClassView,
  LetterInvitation,
  RosterView,
} from '@glossator/contract';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  bringRoster,
  classOf,
  confirmRoster,
  newestMail,
  refusal,
  rowCounts,
  startApp,
  stopApp,
  tokenTo,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let eve: Person;
let id: string;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  await site.owner.query(
    'delete from class_invitation; delete from class_roster; delete from mail',
  );
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  eve = await site.addPerson({ name: 'Eve' });
  id = await classOf(site, ada, ben);
});

const upload = (file: string | Buffer, by = ada) =>
  site.as(by, 'POST', `/classes/${id}/rosters`, {
    file: Buffer.from(file as string).toString('base64'),
  });
const bring = (file: string | Buffer, by = ada) => bringRoster(site, by, id, file);
const confirm = (roster: RosterView, by = ada) => confirmRoster(site, by, id, roster);
const carry = async (file: string) => {
  const answer = await confirm(await bring(file));
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Record<string, number>>();
};
const outcomes = ({ lines }: RosterView) =>
  lines.map(({ line, act, problem }) => [line, act ?? problem]);
const invited = async () =>
  (await site.as(ada, 'GET', `/classes/${id}/invitations`)).json<ClassInvitedList>().items;
const members = async () =>
  (await site.as(ada, 'GET', `/classes/${id}/members`)).json<ClassMembers>().items;
const accept = async (by: Person, email = by.email) =>
  site.as(by, 'POST', '/class-invitation/acceptance', { token: await tokenTo(site, email) });

describe('reading a file', () => {
  const table = '姓名,邮箱\n张三,z@x.org\n';
  // 张三 and 姓名,邮箱 as GB 18030 writes them.
  const chinese = Buffer.concat([
    Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd3, 0xca, 0xcf, 0xe4, 0x0a]),
    Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]),
    Buffer.from(',z@x.org\n'),
  ]);
  test.each<[string, Buffer]>([
    ['utf-8', Buffer.from(table)],
    ['utf-8', Buffer.from(`\uFEFF${table}`)],
    ['utf-16le', Buffer.from(`\uFEFF${table}`, 'utf16le')],
    ['utf-16be', Buffer.from(`\uFEFF${table}`, 'utf16le').swap16()],
    ['gb18030', chinese],
  ])('%s is found out and said', async (encoding, bytes) => {
    const { lines, ...roster } = await bring(bytes);
    expect(roster).toMatchObject({ encoding, ignored: [] });
    expect(lines).toMatchObject([{ line: 2, email: 'z@x.org', name: '张三', act: 'invite' }]);
  });

  test('columns stand in any order and language; what says nothing is told', async () => {
    const roster = await bring('Phone;小组;E-mail;角色;Name\n1;A;a@x.org;学生;"Ann; the first"\n');
    expect(roster).toMatchObject({ ignored: ['Phone'], groups: ['A'] });
    expect(roster.lines).toMatchObject([
      { name: 'Ann; the first', becomes: { role: 'student', group: 'A' } },
    ]);
  });

  test('each bad line is told by its number, and the good ones stand beside them', async () => {
    const roster = await bring(
      [
        'email,name,role,group',
        'a@x.org,Ann,student,A',
        '',
        'not an address,Bob,,',
        ',Cy,,',
        'd@x.org,Dan,king,',
        'e@x.org,"Eve\nthe second",,',
        'A@X.org,Ann,student,A',
        'f@x.org,F,,A',
        'f@x.org,F,,B',
        `g@x.org,${'长'.repeat(81)},,`,
        `h@x.org,H,,${'组'.repeat(101)}`,
        'i@x.org,=HYPERLINK("http://x"),,',
        'j@x.org,=1+1,,',
        'k@x.org,"K"k,,',
      ].join('\r\n'),
    );
    expect(outcomes(roster)).toEqual([
      [2, 'invite'],
      [4, 'address-malformed'],
      [5, 'address-missing'],
      [6, 'role-unknown'],
      [7, 'name-malformed'],
      [9, 'said-before'],
      [10, 'two-groups'],
      [11, 'two-groups'],
      [12, 'name-malformed'],
      [13, 'group-malformed'],
      [14, 'line-malformed'],
      [15, 'invite'],
      [16, 'line-malformed'],
    ]);
    expect(roster.groups).toEqual(['A']);
  });

  test.each([
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]),
      'roster-unreadable',
    ],
    ['nothing', '', 'roster-empty'],
    ['headings alone', 'email,name\n', 'roster-empty'],
    ['no heading of addresses', 'name,role\nAnn,student', 'roster-no-address'],
    ['two headings of addresses', 'email,邮箱\na@x.org,b@x.org', 'roster-column-twice'],
    ['more lines than are read at once', `email\n${'a@x.org\n'.repeat(5001)}`, 'roster-too-long'],
  ])('%s is refused as a whole', async (_what, file, code) => {
    expect(refusal(await upload(file))).toEqual([422, code]);
  });

  test('five thousand lines are read', async () => {
    const people = Array.from({ length: 5000 }, (_, n) => `p${String(n)}@x.org,P ${String(n)}`);
    const roster = await bring(`email,name\n${people.join('\n')}`);
    const count = (what: string) =>
      roster.lines.filter(({ act, problem }) => (act ?? problem) === what).length;
    // Ada and Ben are in it already.
    expect([count('invite'), count('class-full')]).toEqual([1998, 3002]);
  });
});

describe('before it is confirmed', () => {
  test('nothing is done', async () => {
    const before = await rowCounts(site, 'class_member', 'class_group', 'class_invitation', 'mail');
    await bring('email,group\na@x.org,A\n');
    expect(
      await rowCounts(site, 'class_member', 'class_group', 'class_invitation', 'mail'),
    ).toEqual(before);
  });

  test('it is the one’s who brought it, and gone once it was thrown away', async () => {
    const { id: roster } = await bring('email\na@x.org');
    const url = `/classes/${id}/rosters/${roster}`;
    await site.as(ada, 'PUT', `/classes/${id}/members/${ben.id}`, { role: 'assistant' });
    expect((await site.as(ben, 'GET', url)).statusCode).toBe(404);
    expect((await site.as(ben, 'DELETE', url)).statusCode).toBe(404);
    expect((await site.as(ada, 'DELETE', url)).statusCode).toBe(200);
    expect((await site.as(ada, 'GET', url)).statusCode).toBe(404);
  });

  test('a student brings none', async () => {
    expect(refusal(await upload('email\na@x.org', ben))).toEqual([403, 'not-allowed']);
  });
});

describe('confirmed', () => {
  test('it does what was shown: invites, moves and takes back, and is then used up', async () => {
    const cyd = await site.addPerson({ name: 'Cyd' });
    await site.owner.query(
      `insert into class_member (class_id, person_id, role, state) values ($1, $2, 'student', 'removed')`,
      [id, cyd.id],
    );
    const roster = await bring(
      `email,name,role,group\n${ben.email},Ben,,A\n${cyd.email},Cyd,,A\nnew@x.org,Nea,,B\nta@x.org,Tam,assistant,\n`,
    );
    expect(outcomes(roster)).toEqual([
      [2, 'change'],
      [3, 'return'],
      [4, 'invite'],
      [5, 'invite'],
    ]);
    const done = await confirm(roster);
    expect(done.json()).toEqual({ invited: 2, changed: 1, returned: 1 });
    const groups = (await site.as(ada, 'GET', `/classes/${id}/groups`)).json<ClassGroups>().items;
    expect(groups).toMatchObject([
      { name: 'A', students: 2 },
      { name: 'B', students: 0 },
    ]);
    expect(await invited()).toMatchObject([
      { email: 'new@x.org', name: 'Nea', role: 'student', group: 'B', state: 'waiting' },
      { email: 'ta@x.org', name: 'Tam', role: 'assistant', group: null, state: 'waiting' },
    ]);
    expect((await confirm(roster)).statusCode).toBe(404);
  });

  test('the same file once more does nothing, and writes to nobody', async () => {
    const file = `email,group\n${ben.email},A\nnew@x.org,A\n`;
    await carry(file);
    const [letters] = await rowCounts(site, 'mail');
    expect(outcomes(await bring(file))).toEqual([
      [2, 'nothing'],
      [3, 'wait'],
    ]);
    expect(await carry(file)).toEqual({ invited: 0, changed: 0, returned: 0 });
    expect(await rowCounts(site, 'mail')).toEqual([letters]);
  });

  test('where the class has changed meanwhile nothing is done, and the lines are marked', async () => {
    const roster = await bring(`email,group\n${ben.email},A\nnew@x.org,\n`);
    await site.as(ada, 'DELETE', `/classes/${id}/members/${ben.id}`);
    expect(refusal(await confirm(roster))).toEqual([409, 'roster-changed']);
    expect(await invited()).toEqual([]);
    const again = await site.as(ada, 'GET', `/classes/${id}/rosters/${roster.id}`);
    const now = again.json<RosterView>();
    expect(now.lines.map(({ act, changed }) => [act, changed])).toEqual([
      ['return', true],
      ['invite', false],
    ]);
    expect((await confirm(now)).json()).toEqual({ invited: 1, changed: 0, returned: 1 });
  });

  test('two who confirm at one moment do it once', async () => {
    const roster = await bring('email\nnew@x.org');
    const other = await bring('email\nnew@x.org');
    const answers = await Promise.all([confirm(roster), confirm(other)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(await rowCounts(site, 'mail')).toEqual([1]);
  });

  test('an archived class takes nobody in', async () => {
    const roster = await bring('email\nnew@x.org');
    await site.as(ada, 'PUT', `/classes/${id}/archive`, { archived: true });
    expect(refusal(await confirm(roster))).toEqual([409, 'class-archived']);
    expect(refusal(await upload('email\na@x.org'))).toEqual([409, 'class-archived']);
  });
});

describe('whether an address has an account', () => {
  test('is not told: lines, letters and lists of both are alike', async () => {
    const roster = await bring(`email,name\n${eve.email},Somebody\nnobody@x.org,Somebody\n`);
    const [known, unknown] = roster.lines.map(({ line: _, email: _address, ...rest }) => rest);
    expect(known).toEqual(unknown);
    await confirm(roster);
    const [one, other] = (await invited()).map(({ id: _, email: _address, ...rest }) => rest);
    expect(one).toEqual(other);
    const letter = async (email: string) =>
      (await newestMail(site, email)).replace(/token=\S+/, 'token=');
    expect(await letter(eve.email)).toBe(await letter('nobody@x.org'));
  });

  test('the letter has no words of whoever sent it', async () => {
    await site.as(ada, 'PUT', `/classes/${id}`, {
      ...{ name: 'Win a prize http://spam.example', description: '', zone: 'UTC' },
    });
    await carry('email,name\nnew@x.org,Spam');
    expect(await newestMail(site, 'new@x.org')).not.toMatch(/prize|spam|Ada/i);
  });
});

describe('a letter', () => {
  test('shows the class, and brings in whoever accepts, into their group', async () => {
    await carry(`email,name,role,group\n${eve.email},Eve,,A\n`);
    const token = await tokenTo(site, eve.email);
    const shown = await site.as(null, 'GET', `/class-invitation?token=${token}`);
    expect(shown.json<LetterInvitation>()).toEqual({
      ...{ name: 'Reading policy', staff: ['Ada'], role: 'student', isMember: false },
    });
    expect((await accept(eve)).json()).toEqual({ id });
    const seen = (await site.as(eve, 'GET', `/classes/${id}`)).json<ClassView>();
    expect(seen).toMatchObject({ role: 'student', group: 'A' });
    expect(await invited()).toEqual([]);
    expect(refusal(await accept(ben, eve.email))).toEqual([400, 'token-unusable']);
    expect(outcomes(await bring(`email\n${eve.email}`))).toEqual([[2, 'nothing']]);
  });

  test('may be taken up by an account of another address; the roster goes on knowing them', async () => {
    await carry('email\nother@x.org');
    expect((await accept(eve, 'other@x.org')).statusCode).toBe(200);
    expect(outcomes(await bring('email\nother@x.org'))).toEqual([[2, 'nothing']]);
  });

  test('is declined without an account, and nobody is asked again', async () => {
    await carry('email\nnew@x.org');
    const token = await tokenTo(site, 'new@x.org');
    const answer = await site.as(null, 'POST', '/class-invitation/refusal', { token });
    expect(answer.statusCode).toBe(200);
    expect(refusal(await accept(eve, 'new@x.org'))).toEqual([400, 'token-unusable']);
    expect(await invited()).toMatchObject([{ state: 'declined' }]);
    expect(outcomes(await bring('email\nnew@x.org'))).toEqual([[2, 'declined']]);
  });

  test.each<[string, () => Promise<unknown>]>([
    [
      'was withdrawn',
      async () => {
        const [one] = await invited();
        await site.as(ada, 'DELETE', `/classes/${id}/invitations/${one?.id ?? ''}`);
      },
    ],
    ['is too old', () => site.owner.query('update class_invitation set expires_at = now()')],
    [
      'leads into the archive',
      () => site.as(ada, 'PUT', `/classes/${id}/archive`, { archived: true }),
    ],
  ])('that %s is answered like one that never was', async (_what, happens) => {
    await carry(`email\n${eve.email}`);
    await happens();
    const never = await site.as(eve, 'POST', '/class-invitation/acceptance', { token: 'none' });
    expect(refusal(never)[1]).toBe('token-unusable');
    expect(refusal(await accept(eve))).toEqual(refusal(never));
    const token = await tokenTo(site, eve.email);
    expect((await site.as(null, 'GET', `/class-invitation?token=${token}`)).statusCode).toBe(400);
  });

  test('brings nobody back who was removed after it was sent', async () => {
    await carry(`email\n${eve.email}`);
    await site.owner.query(
      `insert into class_member (class_id, person_id, role, state) values ($1, $2, 'student', 'removed')`,
      [id, eve.id],
    );
    expect(refusal(await accept(eve))).toEqual([403, 'not-allowed']);
  });

  test('leaves whoever is in the class what they are', async () => {
    await carry('email,role\nother@x.org,assistant');
    expect((await accept(ben, 'other@x.org')).statusCode).toBe(200);
    expect((await members()).find(({ name }) => name === 'Ben')?.role).toBe('student');
  });
});

describe('the roster as a file', () => {
  const file = async () => {
    const answer = await site.as(ada, 'GET', `/classes/${id}/roster.csv`);
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    return parse(answer.body, { bom: true, columns: true }) as unknown as Record<string, string>[];
  };

  test('has the people; an address where the class knows it, and no formula', async () => {
    await site.owner.query(`update person set name = '=1+1' where id = $1`, [eve.id]);
    await carry(`email,group\n${eve.email},-A\n`);
    await accept(eve);
    expect(await file()).toMatchObject([
      { email: '', name: 'Ada', role: 'instructor', group: '', state: 'active' },
      { email: eve.email, name: "'=1+1", role: 'student', group: "'-A" },
      { email: '', name: 'Ben', role: 'student', group: '' },
    ]);
  });

  test('is for the staff', async () => {
    expect(refusal(await site.as(ben, 'GET', `/classes/${id}/roster.csv`))).toEqual([
      403,
      'not-allowed',
    ]);
  });
});
