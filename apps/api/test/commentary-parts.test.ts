import { randomUUID } from 'node:crypto';
import type {
  NewPart,
  PartConflict,
  PartRevisionPage,
  PartSummary,
  PartView,
  Problem,
  ProofPart,
} from '@glossator/contract';
import type { Static } from 'typebox';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  addPart,
  entryOn,
  foundCommentary,
  joinCommentary,
  refusal,
  startApp,
  stopApp,
  type Person,
  type TestApp,
} from './support/index.ts';

let site: TestApp;
let ada: Person;
let ben: Person;
let id: string;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  ben = await site.addPerson({ name: 'Ben' });
});
afterAll(() => stopApp(site));
beforeEach(async () => {
  id = await foundCommentary(site, ada);
  await joinCommentary(site, ada, id, ben);
});

const add = (part: NewPart, by: Person = ada) => addPart(site, by, id, part);
const post = (part: object, by: Person = ada) =>
  site.as(by, 'POST', `/commentaries/${id}/parts`, { ...part });
const at = (part: { readonly id: string }, suffix = '') =>
  `/commentaries/${id}/parts/${part.id}${suffix}`;
const readPart = async (part: { readonly id: string }): Promise<PartView> =>
  (await site.as(ada, 'GET', at(part))).json();
const save = (part: PartView, more: object, by: Person = ada) =>
  site.as(by, 'PUT', at(part), {
    ...{ label: part.label, title: part.title, body: part.body, version: part.version },
    ...more,
  });
const outline = async (): Promise<PartSummary[]> =>
  (await site.as(ada, 'GET', `/commentaries/${id}`)).json<{ parts: PartSummary[] }>().parts;
const order = async () =>
  (await outline()).filter(({ removed }) => removed === null).map(({ title }) => title);
const revisions = async (part: PartView, query = '') =>
  (await site.as(ada, 'GET', at(part, `/revisions${query}`))).json<
    Static<typeof PartRevisionPage>
  >();

describe('writing a part', () => {
  test('an entry on a clause, with its references', async () => {
    const body = '**Sovereignty**, see [[4.3.1.2]] and [[9.9.9.9]].';
    const part = await add(entryOn('4.1.1.1', { label: 'T1', body }));
    expect(part).toMatchObject({
      kind: 'entry',
      label: 'T1',
      version: 1,
      unresolved: ['9.9.9.9'],
      places: [{ kind: 'segment', address: '4.1.1.1', loci: [], entry: null }],
      author: { id: ada.id, name: 'Ada' },
      abilities: { write: true },
    });
    expect(part.html).toContain('<strong>Sovereignty</strong>');
    expect(part.html).toContain('href="/t/ncss-2016/4.3.1.2"');
  });

  test('refers to other entries by their labels, as far as they stand', async () => {
    const other = await add(entryOn('4.1', { label: 'T2' }));
    const part = await add(entryOn('4.1.1.1', { label: 'T1', body: 'See [[T2]] and [[T99]].' }));
    const link = `href="/commentaries/${id}/parts/${other.id}"`;
    expect(part.unresolved).toEqual(['T99']);
    expect(part.html).toContain(link);
    const proof = (await site.as(ada, 'GET', `/commentaries/${id}/proof`)).json<{
      items: ProofPart[];
    }>();
    expect(proof.items.find(({ label }) => label === 'T1')?.html).toBe(part.html);
    await site.as(ada, 'PUT', at(other, '/removal'), { removed: true });
    expect((await readPart(part)).unresolved).toEqual(['T2', 'T99']);
  });

  test('its words are counted as they are read, and hanzi each', async () => {
    const part = await add(
      entryOn('4.1.1.1', { body: '**主权** is [sovereignty](https://x.org/a/b).' }),
    );
    expect(part.words).toBe(4);
  });

  test('on as many places as it is about, each once', async () => {
    const words = { kind: 'words', edition: 'en-creemers', version: '1.0.0', words: 'Openness' };
    const places = [
      { at: '2.0.5.1', pointing: words },
      { at: '4.3.1.2-4.3.2.1' },
      { at: '4.3' },
      { at: '2.0.5.1', pointing: { kind: 'entry', edition: 'en-creemers', number: 'E1' } },
      { at: '4.3' },
    ];
    const answer = await post({ ...entryOn('4.3'), places });
    expect(answer.json<PartView>().places).toMatchObject([
      { kind: 'range', address: '2.0.5.1', loci: [{ exact: 'Openness', edition: 'en-creemers' }] },
      { kind: 'span', address: '4.3.1.2-4.3.2.1' },
      { kind: 'container', address: '4.3' },
      { kind: 'entry', entry: { edition: 'en-creemers', number: 'E1' } },
    ]);
  });

  test('sent twice it is one, and with other words it is refused', async () => {
    const part = entryOn('4.1.1.1');
    const [first, second] = await Promise.all([post(part), post(part)]);
    expect([first.statusCode, second.statusCode].sort()).toEqual([200, 201]);
    expect(first.json<PartView>().id).toBe(second.json<PartView>().id);
    expect(refusal(await post({ ...part, body: 'Other words' }))).toEqual([409, 'key-reused']);
    expect(await outline()).toHaveLength(1);
  });

  test.each([
    ['an entry on nothing', { places: [] }, 422, 'place-unfit'],
    ['an essay on a clause', { kind: 'essay' }, 422, 'place-unfit'],
    ['an introduction on a section', { kind: 'introduction' }, 422, 'place-unfit'],
    ['nowhere', { places: [{ at: '9.9.9.9' }] }, 422, 'address-unknown'],
    [
      'on a note',
      { places: [{ at: '4.3', pointing: { kind: 'note', annotation: randomUUID() } }] },
      422,
      'place-unfit',
    ],
    ['with a label of words', { label: 'Term 1' }, 422, 'label-malformed'],
    ['with a label that is a page', { label: 'Changes' }, 422, 'label-malformed'],
    ['with a label that ends as a file does', { label: 'T1.bib' }, 422, 'label-malformed'],
    ['too long', { body: 'x'.repeat(60_001) }, 400, 'text-malformed'],
    ['with a character that cannot be kept', { body: 'a\u0000b' }, 400, 'text-malformed'],
  ])('%s is refused', async (_, more, status, code) => {
    expect(refusal(await post({ ...entryOn('4.1.1.1'), ...more }))).toEqual([status, code]);
    expect(await outline()).toEqual([]);
  });

  test('a label is of one part, and free again once that was removed', async () => {
    const first = await add(entryOn('4.1.1.1', { label: 'T1' }));
    const other = await add(entryOn('4.1.1.2', { label: 'T2' }));
    expect(refusal(await post(entryOn('4.1.1.2', { label: 'T1' })))).toEqual([409, 'label-taken']);
    expect(refusal(await save(other, { label: 'T1' }))).toEqual([409, 'label-taken']);
    await site.as(ada, 'PUT', at(first, '/removal'), { removed: true });
    expect((await save(other, { label: 'T1' })).statusCode).toBe(200);
    expect(refusal(await site.as(ada, 'PUT', at(first, '/removal'), { removed: false }))).toEqual([
      409,
      'label-taken',
    ]);
  });

  test('there is one introduction', async () => {
    const introduction = { ...entryOn(''), kind: 'introduction', places: [] };
    const answers = await Promise.all([
      post({ ...introduction, key: randomUUID() }),
      post({ ...introduction, key: randomUUID() }, ben),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
  });
});

describe('two who write at once', () => {
  const body = ['One.', '', 'Two.', '', 'Three.'];
  const say = (n: number, text: string) => body.with(n, text).join('\n');

  test('the second is given what stands now, and both joined where they changed other lines', async () => {
    const part = await add(entryOn('4.1.1.1', { body: body.join('\n') }));
    expect((await save(part, { body: say(0, 'One, by Ben.') }, ben)).statusCode).toBe(200);
    const late = await save(part, { body: say(4, 'Three, by Ada.') });
    expect(late.statusCode).toBe(409);
    const { code, current } = late.json<Problem & { current: PartConflict }>();
    expect(code).toBe('part-stale');
    expect(current.part).toMatchObject({ version: 2, body: say(0, 'One, by Ben.') });
    expect(current.joined).toBe('One, by Ben.\n\nTwo.\n\nThree, by Ada.');
    const again = await save(part, { body: current.joined, version: 2 });
    expect(again.json()).toMatchObject({ version: 3, body: current.joined });
  });

  test('where both changed one line nothing is joined', async () => {
    const part = await add(entryOn('4.1.1.1', { body: body.join('\n') }));
    await save(part, { body: say(2, 'Two, by Ben.') }, ben);
    const late = await save(part, { body: say(2, 'Two, by Ada.') });
    expect(late.json()).toMatchObject({ code: 'part-stale', current: { joined: null } });
    expect((await readPart(part)).body).toBe(say(2, 'Two, by Ben.'));
  });

  test('twenty at once lose nothing: one saves, and each other is told', async () => {
    const part = await add(entryOn('4.1.1.1'));
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => save(part, { body: `Words of ${String(n)}` })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(19);
    expect((await revisions(part)).items).toHaveLength(2);
  });

  test('of a text of very many lines nothing is joined, and it is told at once', async () => {
    const long = '\n'.repeat(20_000).concat('end');
    const part = await add(entryOn('4.1.1.1', { body: `start${long}` }));
    await save(part, { body: `Start${long}` }, ben);
    const late = await save(part, { body: `start${long}!` });
    expect(late.json()).toMatchObject({ code: 'part-stale', current: { joined: null } });
  });
});

describe('the history of a part', () => {
  test('holds all that was said, and brings it back whole', async () => {
    const part = await add(entryOn('4.1.1.1', { label: 'T1', body: 'First words.' }));
    const moved = await save(
      part,
      { label: 'T2', body: 'Second words.', places: [{ at: '4.3' }] },
      ben,
    );
    expect(moved.json()).toMatchObject({ version: 2, author: { id: ben.id } });
    expect((await revisions(part)).items).toMatchObject([
      { number: 2, label: 'T2', body: 'Second words.', at: ['4.3'], author: { name: 'Ben' } },
      { number: 1, label: 'T1', body: 'First words.', at: ['4.1.1.1'], restores: null },
    ]);
    const restored = await site.as(ada, 'POST', at(part, '/restoration'), {
      number: 1,
      version: 2,
    });
    expect(restored.json()).toMatchObject({
      version: 3,
      label: 'T1',
      body: 'First words.',
      places: [{ address: '4.1.1.1' }],
    });
    expect((await revisions(part)).items[0]).toMatchObject({ number: 3, restores: 1 });
  });

  test('is paged, and nothing is brought back over what one has not seen', async () => {
    const part = await add(entryOn('4.1.1.1'));
    for (const version of [1, 2, 3]) await save(part, { body: `Nr ${String(version)}`, version });
    const page = await revisions(part, '?limit=2');
    expect(page.items.map(({ number }) => number)).toEqual([4, 3]);
    const next = await revisions(part, `?limit=2&cursor=${page.next ?? ''}`);
    expect(next.items.map(({ number }) => number)).toEqual([2, 1]);
    expect(next.next).toBeNull();
    const stale = await site.as(ada, 'POST', at(part, '/restoration'), { number: 1, version: 3 });
    expect(refusal(stale)).toEqual([409, 'part-stale']);
    const none = await site.as(ada, 'POST', at(part, '/restoration'), { number: 9, version: 4 });
    expect(refusal(none)).toEqual([404, 'not-found']);
  });

  test('places stay where a form is silent about them', async () => {
    const part = await add(entryOn('4.1.1.1'));
    const saved = await save(part, { body: 'Only words.' });
    expect(saved.json<PartView>().places).toEqual(part.places);
  });
});

describe('the outline', () => {
  test('has the introduction first, entries as the text has them, essays at the end', async () => {
    await add({ ...entryOn('4.3.1.2'), title: 'late' });
    await add({ ...entryOn('4'), kind: 'essay', title: 'essay' });
    await add({ ...entryOn('1.1.1.1'), title: 'early' });
    await add({ ...entryOn(''), kind: 'introduction', places: [], title: 'intro' });
    await add({ ...entryOn('2.0.5.1'), title: 'middle' });
    expect(await order()).toEqual(['intro', 'early', 'middle', 'late', 'essay']);
  });

  test('is changed by moving one before another, or to the end', async () => {
    const parts = [];
    for (const address of ['1.1.1.1', '2.0.5.1', '4.3.1.2'])
      parts.push(await add({ ...entryOn(address), title: address }));
    const [first, second, third] = parts as [PartView, PartView, PartView];
    const move = (part: PartView, before: string | null) =>
      site.as(ben, 'PUT', at(part, '/position'), { before });
    expect((await move(third, first.id)).statusCode).toBe(200);
    expect(await order()).toEqual(['4.3.1.2', '1.1.1.1', '2.0.5.1']);
    await move(third, null);
    expect(await order()).toEqual(['1.1.1.1', '2.0.5.1', '4.3.1.2']);
    await move(second, second.id);
    expect(await order()).toEqual(['1.1.1.1', '2.0.5.1', '4.3.1.2']);
    expect(refusal(await move(second, randomUUID()))).toEqual([404, 'not-found']);
    await move(third, first.id);
    await site.as(ada, 'POST', `/commentaries/${id}/order`);
    expect(await order()).toEqual(['1.1.1.1', '2.0.5.1', '4.3.1.2']);
  });

  test('parts that two add and move at once are all there, each once', async () => {
    await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        post({ ...entryOn('4.3.1.2'), title: String(n) }, n % 2 === 0 ? ada : ben),
      ),
    );
    const parts = await outline();
    await Promise.all(
      parts.map((part, n) =>
        site.as(n % 2 === 0 ? ada : ben, 'PUT', at(part, '/position'), { before: null }),
      ),
    );
    expect((await order()).toSorted()).toEqual(Array.from({ length: 10 }, (_, n) => String(n)));
    const { rows } = await site.owner.query<{ n: number }>(
      'select count(distinct position)::integer as n from commentary_part where commentary_id = $1',
      [id],
    );
    expect(rows).toEqual([{ n: 10 }]);
  });

  test('a part that was removed is read, is written no more, and comes back', async () => {
    const part = await add(entryOn('4.1.1.1'));
    await site.as(ben, 'PUT', at(part, '/removal'), { removed: true });
    expect(await order()).toEqual([]);
    expect((await outline())[0]?.removed).not.toBeNull();
    expect(refusal(await save(part, { body: 'Late' }))).toEqual([409, 'part-stale']);
    await site.as(ada, 'PUT', at(part, '/removal'), { removed: false });
    expect((await save(part, { body: 'Late' })).statusCode).toBe(200);
  });

  test('a part of another commentary is none of this one', async () => {
    const part = await add(entryOn('4.1.1.1'));
    const other = await foundCommentary(site, ada);
    for (const [method, suffix, payload] of [
      ['GET', '', undefined],
      ['GET', '/revisions', undefined],
      ['PUT', '', { label: '', title: '', body: 'x', version: 1 }],
      ['PUT', '/position', { before: null }],
      ['PUT', '/removal', { removed: true }],
      ['POST', '/restoration', { number: 1, version: 1 }],
    ] as const)
      expect(
        refusal(
          await site.as(ada, method, `/commentaries/${other}/parts/${part.id}${suffix}`, payload),
        ),
      ).toEqual([404, 'not-found']);
  });

  test('the proof has what stands, in its order and as it will be read, a page at a time', async () => {
    const second = await add(entryOn('4.1.1.2', { body: 'See [[4.1]] and *this*.' }));
    const first = await add(entryOn('4.1.1.1', { body: '<script>no</script>' }));
    const gone = await add(entryOn('4.3.1.2'));
    await site.as(ada, 'PUT', at(gone, '/removal'), { removed: true });
    const page = async (query: string, by: Person = ben) =>
      (await site.as(by, 'GET', `/commentaries/${id}/proof?${query}`)).json<{
        items: ProofPart[];
        next: string | null;
      }>();
    const { items, next } = await page('limit=1');
    expect(items.map((part) => [part.id, part.at])).toEqual([[first.id, ['4.1.1.1']]]);
    expect(items[0]?.html).not.toContain('<script');
    const rest = await page(`cursor=${encodeURIComponent(next ?? '')}`);
    expect(rest.items.map((part) => part.id)).toEqual([second.id]);
    expect(rest.items[0]?.html).toContain('<em>this</em>');
    expect(rest.items[0]?.html).toContain('/t/ncss-2016/4.1');
    expect(rest.next).toBeNull();
    const eve = await site.addPerson({ name: 'Eve' });
    expect(refusal(await site.as(eve, 'GET', `/commentaries/${id}/proof`))).toEqual([
      404,
      'not-found',
    ]);
  });
});
