import { randomUUID } from 'node:crypto';
import type {
  CommentaryMade,
  CommentaryReview,
  CommentaryView,
  CopyOffer,
  PartView,
  ReleaseMade,
  ReleaseView,
} from '@glossator/contract';
import type { Licence, ReleaseDocument } from '@glossator/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDb, type Db } from '../src/db/client.ts';
import { copyRelease } from '../src/features/commentaries/copy.ts';
import { storeRelease } from '../src/features/releases/store.ts';
import { requireWork } from '../src/features/works/text-store.ts';
import {
  acceptAsIs,
  acceptedCommentary,
  fillFront,
  foundCommentary,
  joinCommentary,
  makeEditor,
  publishNow,
  readChecks,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';
import { shippedRelease } from './support/exported.ts';

const shipped = 'ncss-2016-textual-notes';
let site: TestApp;
let ada: Person;
let ben: Person;
let editor: Person;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
  editor = await site.addPerson({ name: 'Edith' });
  await makeEditor(site, editor);
});
afterAll(() => stopApp(site));

const read = async <View>(url: string, by: Person | null = null): Promise<View> => {
  const answer = await site.as(by, 'GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const form = (more: Record<string, unknown> = {}) => ({
  ...{ number: '1.0', slug: `c${randomUUID()}`, title: 'Our notes', key: randomUUID() },
  ...more,
});
const ask = (by: Person, source: string, more: Record<string, unknown> = {}) =>
  site.as(by, 'POST', `/releases/${source}/copies`, form(more));
async function copied(by: Person, source: string, more = {}): Promise<CommentaryMade> {
  const answer = await ask(by, source, more);
  expect(answer.statusCode, answer.body).toBe(201);
  return answer.json();
}

/** A release of Ada’s under some licence. */
async function released(licence: Licence = 'CC-BY-4.0'): Promise<ReleaseMade & { id: string }> {
  const id = await acceptedCommentary(site, ada);
  await fillFront(site, ada, id, { licence });
  await acceptAsIs(site, id);
  const made = await publishNow(site, editor, id);
  expect(made.statusCode, made.body).toBe(201);
  return { ...made.json<ReleaseMade>(), id };
}
async function publishCopy(id: string): Promise<ReleaseMade> {
  await acceptAsIs(site, id);
  const made = await publishNow(site, editor, id);
  expect(made.statusCode, made.body).toBe(201);
  return made.json();
}

describe('a copy of what ships', () => {
  test('has its title page, and all its parts in their order under their labels', async () => {
    const source = await read<ReleaseView>(`/releases/${shipped}`);
    const { id, slug } = await copied(ben, shipped);
    const copy = await read<CommentaryView>(`/commentaries/${id}`, ben);
    expect(copy).toMatchObject({
      ...{ slug, title: 'Our notes', language: 'en', licence: 'CC-BY-4.0', standing: 'draft' },
      ...{ abstract: source.abstracts['en'], role: 'lead', interests: '', contributors: [] },
    });
    const seen = ({ kind, label, title, words, at }: CommentaryView['parts'][number]) =>
      [kind, label, title, words, at] as const;
    expect(copy.parts.map(seen)).toEqual(
      source.parts.map(({ kind, label, title, words, at }) => [kind, label, title, words, at]),
    );
    expect(copy.parts).toHaveLength(81);
  });

  test('says what it is from, whose that is, and under what it may be published', async () => {
    const source = await read<ReleaseView>(`/releases/${shipped}`);
    const { id } = await copied(ben, shipped);
    const { origin } = await read<CommentaryView>(`/commentaries/${id}`, ben);
    expect(origin).toMatchObject({
      isTakenDown: false,
      licences: expect.not.arrayContaining(['CC0-1.0']) as unknown,
      basedOn: [
        {
          ...{ slug: shipped, number: '1.0', sha256: source.sha256, titles: source.titles },
          ...{ contributors: source.contributors, licence: source.licence },
        },
      ],
    });
  });

  test('refers to its own entries, and stands on the same words', async () => {
    const { id } = await copied(ben, shipped);
    const { parts } = await read<CommentaryView>(`/commentaries/${id}`, ben);
    const partOf = (label: string) => {
      const found = parts.find((part) => part.label === label);
      return read<PartView>(`/commentaries/${id}/parts/${found?.id ?? ''}`, ben);
    };
    const document = shippedRelease();
    const labels = document.parts.flatMap(({ label, body }) =>
      label !== '' && /\[\[T\d+\]\]/.test(body) ? [label] : [],
    );
    const first = await partOf(labels[0] ?? '');
    expect(first.html).toContain(`/commentaries/${id}/parts/`);
    expect(first.html).not.toContain(`/c/${shipped}`);
    expect(first.unresolved).toEqual([]);
    const quoting = document.parts.find(({ places }) => places.some(({ loci }) => loci.length > 0));
    const { places } = await partOf(quoting?.label ?? '');
    expect(places.map(({ kind, loci }) => [kind, loci.map(({ exact }) => exact)])).toEqual(
      quoting?.places.map(({ kind, loci }) => [kind, loci.map(({ exact }) => exact)]),
    );
  });

  test('is published as whoever writes it has it, and names its source for good', async () => {
    const { id, slug } = await copied(ben, shipped);
    await fillFront(site, ben, id, { title: 'Our notes' });
    const { sha256 } = await publishCopy(id);
    const release = await read<ReleaseView>(`/releases/${slug}`);
    expect(release).toMatchObject({
      ...{ number: '1.0', sha256, contributors: [{ family: 'Li' }] },
      statement: { en: 'Accepted by the editors of this site. Not peer-reviewed.' },
      basedOn: [{ slug: shipped, number: '1.0' }],
    });
    const document = await site.as(null, 'GET', `/releases/${slug}/document`);
    expect(document.json<ReleaseDocument>().basedOn).toMatchObject([
      { slug: shipped, licence: { id: 'CC-BY-4.0' } },
    ]);
    const entry = await read<{ html: string }>(`/releases/${slug}/entries/T12?number=1.0`);
    expect(entry.html).not.toContain(`/c/${shipped}`);
    const cited = await site.as(null, 'GET', `/citations?of=/c/${slug}@1.0`);
    expect(cited.body).toContain('isBasedOn');
    expect(cited.body).toContain(`/c/${shipped}@1.0`);
    // What ships says of itself what it said before.
    const source = await read<ReleaseView>(`/releases/${shipped}`);
    expect(source).toMatchObject({ basedOn: [], statement: { en: 'Not peer-reviewed.' } });
  });

  test('of a copy names both', async () => {
    const first = await copied(ben, shipped);
    await fillFront(site, ben, first.id);
    await publishCopy(first.id);
    const second = await copied(ada, first.slug);
    const { origin } = await read<CommentaryView>(`/commentaries/${second.id}`, ada);
    expect(origin?.basedOn.map(({ slug }) => slug)).toEqual([first.slug, shipped]);
  });

  test('is nobody’s but of whoever began it, until they hand it in', async () => {
    const { id } = await copied(ben, shipped);
    for (const who of [ada, editor, await site.addPerson({ administrator: true })])
      expect(refusal(await site.as(who, 'GET', `/commentaries/${id}`))).toEqual([404, 'not-found']);
  });
});

describe('the same form', () => {
  test('sent twice makes one copy', async () => {
    const once = form();
    const first = await site.as(ben, 'POST', `/releases/${shipped}/copies`, once);
    const again = await site.as(ben, 'POST', `/releases/${shipped}/copies`, once);
    expect([first.statusCode, again.statusCode]).toEqual([201, 200]);
    expect(again.json()).toEqual(first.json());
  });

  test('sent twice at once makes one copy', async () => {
    const once = form();
    const answers = await Promise.all(
      [1, 2, 3].map(() => site.as(ben, 'POST', `/releases/${shipped}/copies`, once)),
    );
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 200, 201]);
    expect(new Set(answers.map((answer) => answer.json<CommentaryMade>().id)).size).toBe(1);
  });

  test('is not another’s, and not for another release', async () => {
    const { slug } = await released();
    const key = randomUUID();
    await copied(ben, shipped, { key });
    expect(refusal(await ask(ada, shipped, { key }))).toEqual([409, 'key-reused']);
    expect(refusal(await ask(ben, slug, { key }))).toEqual([409, 'key-reused']);
  });

  test('with an address that is given already says so', async () => {
    const { slug } = await copied(ben, shipped);
    expect(refusal(await ask(ben, shipped, { slug }))).toEqual([409, 'slug-taken']);
    expect(refusal(await ask(ben, shipped, { slug: shipped }))).toEqual([409, 'slug-taken']);
    expect(refusal(await ask(ben, shipped, { slug: 'A b' }))).toEqual([422, 'slug-malformed']);
  });
});

describe('a licence', () => {
  test.each(['CC-BY-ND-4.0', 'CC-BY-NC-ND-4.0', 'all-rights-reserved'] as const)(
    '%s lets nobody but the authors begin a copy, which keeps it',
    async (licence) => {
      const { id, slug } = await released(licence);
      expect(await read<CopyOffer>(`/releases/${slug}/copies`, ben)).toMatchObject({
        ground: null,
      });
      expect(refusal(await ask(ben, slug))).toEqual([403, 'copy-not-licensed']);
      const cho = await site.addPerson({ name: 'Cho' });
      await joinCommentary(site, ada, id, cho);
      expect(await read<CopyOffer>(`/releases/${slug}/copies`, cho)).toMatchObject({
        ...{ ground: 'author', licences: [licence] },
      });
      const copy = await copied(cho, slug);
      const view = await read<CommentaryView>(`/commentaries/${copy.id}`, cho);
      expect([view.licence, view.origin?.licences]).toEqual([licence, [licence]]);
    },
  );

  test('that shares alike is kept, and what may be changed is told', async () => {
    const { slug } = await released('CC-BY-SA-4.0');
    const { id } = await copied(ben, slug);
    const now = await read<CommentaryView>(`/commentaries/${id}`, ben);
    expect(now.licence).toBe('CC-BY-SA-4.0');
    const { title, subtitle, abstract, language, interests, contributors, version } = now;
    const front = { title, subtitle, abstract, language, interests, contributors, version };
    const put = (licence: Licence | null) =>
      site.as(ben, 'PUT', `/commentaries/${id}`, { ...front, licence });
    const refused = await put('CC-BY-4.0');
    expect(refusal(refused)).toEqual([422, 'licence-bound']);
    expect(refused.body).toContain('CC-BY-SA-4.0');
    expect((await put('CC-BY-SA-4.0')).statusCode).toBe(200);
  });
});

describe('what is taken down', () => {
  test('is begun from no more', async () => {
    const { id, slug } = await released();
    const copy = await copied(ben, slug);
    const down = (kind: string) =>
      site.as(editor, 'POST', `/commentaries/${id}/${kind}`, {
        ...{ notice: 'It was copied.', reason: 'A letter.', seen: null },
      });
    expect((await down('retraction')).statusCode).toBe(200);
    expect(refusal(await ask(ben, slug))).toEqual([409, 'release-retracted']);
    expect(await read<CopyOffer>(`/releases/${slug}/copies`, ben)).toMatchObject({
      isRetracted: true,
    });
    // Whoever publishes a copy of before is told.
    expect((await readChecks(site, ben, copy.id)).findings).toContainEqual(
      expect.objectContaining({ code: 'origin-taken-down', about: `${slug} 1.0`, stops: false }),
    );
    expect((await down('withdrawal')).statusCode).toBe(200);
    expect(refusal(await ask(ben, slug))).toEqual([410, 'gone']);
    expect(refusal(await site.as(ben, 'GET', `/releases/${slug}/copies`))).toEqual([410, 'gone']);
  });

  test('and what never was', async () => {
    const id = await foundCommentary(site, ada);
    const { slug } = await read<CommentaryView>(`/commentaries/${id}`, ada);
    for (const source of [slug, 'nothing'])
      expect(refusal(await ask(ada, source))).toEqual([404, 'not-found']);
    expect(refusal(await ask(ada, shipped, { number: '7.0' }))).toEqual([404, 'not-found']);
  });
});

test('editors and reviewers are told what it is from', async () => {
  const { id } = await copied(ben, shipped);
  await fillFront(site, ben, id);
  const { seen } = await read<CommentaryReview>(`/commentaries/${id}/review`, ben);
  const handed = await site.as(ben, 'POST', `/commentaries/${id}/submission`, { seen, note: '' });
  expect(handed.statusCode, handed.body).toBe(200);
  const review = await read<CommentaryReview>(`/commentaries/${id}/review`, editor);
  expect(review).toMatchObject({ as: 'editor', basedOn: [{ slug: shipped, number: '1.0' }] });
});

/** The database of the site, which counts what is asked of it. */
function counting() {
  let asked = 0;
  const counted = (db: Db): Db => ({
    ...db,
    rows: (statement, values) => {
      asked += 1;
      return db.rows(statement, values);
    },
  });
  const { db, transact, texts } = site.app;
  return {
    deps: {
      texts,
      db: counted(db),
      transact: ((work) => transact((held) => work(counted(held)))) as typeof transact,
    },
    asked: () => asked,
  };
}

test('two thousand entries are copied by as few statements as two', async () => {
  const release = shippedRelease();
  const entries = release.parts.filter(({ kind }) => kind === 'entry');
  const id = await foundCommentary(site, ada);
  const { slug } = await read<CommentaryView>(`/commentaries/${id}`, ada);
  const parts = Array.from({ length: 2000 }, (_, at) => ({
    ...(entries[at % entries.length] ?? entries[0]),
    label: `L${String(at)}`,
  })) as ReleaseDocument['parts'];
  const work = await requireWork(site.app.texts, 'ncss-2016', { works: [] });
  const ground = { workId: work.id, units: work.structure.units };
  await storeRelease(makeDb(site.owner), id, { ...release, slug, parts }, ground);
  const small = await released();
  const statements = async (source: string) => {
    const { deps, asked } = counting();
    const { actor } = { actor: { personId: ben.id, roles: [] } };
    const { made } = await copyRelease(deps, actor, source, form());
    return { asked: asked(), made };
  };
  const few = await statements(small.slug);
  const many = await statements(slug);
  expect(many.asked).toBe(few.asked);
  expect(many.asked).toBeLessThan(20);
  const { rows } = await site.owner.query<{ parts: number; last: string }>(
    `select count(*)::integer as parts, max(label) filter (where position = 2000) as last
     from commentary_part where commentary_id = $1`,
    [many.made.id],
  );
  expect(rows).toEqual([{ parts: 2000, last: 'L1999' }]);
});
