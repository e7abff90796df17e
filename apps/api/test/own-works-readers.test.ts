import type { ReadingView, WorkPage, WorkVersions } from '@glossator/contract';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  bringWork,
  giveTo,
  makeTextEditor,
  setStanding,
  type OwnWork,
} from './support/own-work.ts';
import { classOf, startApp, stopApp, type Person, type TestApp } from './support/index.ts';

/* What stands around a text that is not public, for those who read it. */

let site: TestApp;
let owner: Person;
let student: Person;
let outsider: Person;
let editor: Person;
let classId: string;
let otherClass: string;
let given: OwnWork;
let kept: OwnWork;
beforeAll(async () => {
  site = await startApp();
  owner = await site.addPerson({ name: 'Owner' });
  student = await site.addPerson({ name: 'Student' });
  outsider = await site.addPerson({ name: 'Outsider' });
  editor = await site.addPerson({ name: 'Editor' });
  await makeTextEditor(site, editor);
  classId = await classOf(site, owner, student);
  otherClass = await classOf(site, owner, outsider);
  given = await bringWork(site, owner);
  kept = await bringWork(site, owner);
  await giveTo(site, given, classId);
});
afterAll(() => stopApp(site));

const readingOf = async (who: Person, { slug }: OwnWork) => {
  const answer = await site.as(who, 'GET', `/works/${slug}/reading?at=2.2`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<ReadingView>();
};
const settable = async (who: Person, id: string) =>
  site.as(who, 'GET', `/works?limit=200&class=${id}`);
const own = (answer: Awaited<ReturnType<typeof settable>>) =>
  answer
    .json<WorkPage>()
    .items.filter(({ standing }) => standing !== 'public')
    .map(({ slug }) => slug);

describe('who else reads it', () => {
  test('is told with the text: to its owner all classes, to a student their own', async () => {
    await giveTo(site, given, otherClass);
    const classes = async (who: Person) =>
      (await readingOf(who, given)).circle?.classes.map(({ id }) => id).toSorted();
    expect(await classes(owner)).toEqual([classId, otherClass].toSorted());
    expect(await classes(student)).toEqual([classId]);
    expect(await classes(outsider)).toEqual([otherClass]);
    await site.owner.query('delete from work_class where class_id = $1', [otherClass]);
    expect((await readingOf(owner, kept)).circle).toEqual({ isOwn: true, classes: [] });
    expect((await readingOf(student, given)).circle?.isOwn).toBe(false);
  });

  test('is told to an editor without the classes, and to nobody of what is public', async () => {
    const offered = await bringWork(site, owner);
    await giveTo(site, offered, classId);
    await setStanding(site, offered, 'offered');
    expect((await readingOf(editor, offered)).circle).toEqual({ isOwn: false, classes: [] });
    await setStanding(site, offered, 'public');
    expect((await readingOf(owner, offered)).circle).toBeNull();
    await setStanding(site, offered, 'withdrawn');
  });
});

describe('what a class is set', () => {
  test('is chosen among public texts and those that it was given', async () => {
    expect(own(await settable(owner, classId))).toEqual([given.slug]);
    expect(own(await settable(owner, otherClass))).toEqual([]);
    expect(own(await site.as(owner, 'GET', '/works?limit=200')).toSorted()).toEqual(
      [given.slug, kept.slug].toSorted(),
    );
    expect(
      (await settable(owner, classId)).json<WorkPage>().items.map(({ slug }) => slug),
    ).toContain('ncss-2016');
  });

  test('is told to people of the class alone', async () => {
    expect((await settable(outsider, classId)).statusCode).toBe(404);
    expect((await site.as(null, 'GET', `/works?class=${classId}`)).statusCode).toBe(401);
  });
});

describe('the pages around it', () => {
  test('list its versions, with what is known of them', async () => {
    for (const who of [owner, student]) {
      const answer = await site.as(who, 'GET', `/works/${given.slug}/versions`);
      expect(answer.statusCode, answer.body).toBe(200);
      const { titles, editions } = answer.json<WorkVersions>();
      expect(titles).toEqual({ en: 'Wells and bridges', 'zh-Hans': '井与桥' });
      expect(editions.map(({ versions }) => versions.map(({ version }) => version))).toEqual([
        ['1.0.0'],
        ['1.0.0'],
      ]);
    }
  });

  const around = [
    [200, 'versions'],
    [200, 'forms'],
    [200, 'apparatus'],
    [200, 'card?at=2.2'],
    [200, 'address?cite=2.2'],
    [200, 'print'],
    [200, 'archive'],
    [200, 'marks'],
    // Neither copy nor ledger: nothing leads there.
    [404, 'witness'],
    [404, 'terms'],
  ] as const;
  test.each(around)('%i to those who read it, 404 to others: %s', async (status, path) => {
    for (const who of [owner, student]) {
      const answer = await site.as(who, 'GET', `/works/${given.slug}/${path}`);
      expect(answer.statusCode, answer.body).toBe(status);
    }
    for (const who of [outsider, editor, null]) {
      const answer = await site.as(who, 'GET', `/works/${given.slug}/${path}`);
      expect(answer.statusCode, answer.body).toBe(404);
    }
  });

  test('it is cited, and quotations of it verify', async () => {
    const of = encodeURIComponent(`/t/${given.slug}/2.2`);
    const text = 'Whoever finds a quagga under the bridge reports it.';
    for (const [who, status, verbatim] of [
      [student, 200, 'exact'],
      [outsider, 404, 'absent'],
    ] as const) {
      const cited = await site.as(who, 'GET', `/citations?of=${of}`);
      expect(cited.statusCode, cited.body).toBe(status);
      const verified = await site.as(who, 'POST', '/verify', { text });
      expect(verified.json()).toHaveProperty('verbatim', verbatim);
    }
  });
});
