import type { ThreadView } from '@glossator/contract';
import { describeRange } from '@glossator/document';
import { expect, test } from 'vitest';
import {
  ownApp,
  readingAt,
  releaseText,
  seen,
  startThread,
  uidAt,
  type Person,
  type TestApp,
} from './support/index.ts';

const clause = '0.0.1.2';

/** A note on words of a clause of the English edition. */
async function noteOn(
  site: TestApp,
  person: Person,
  exact: string,
  more: Record<string, unknown> = {},
  path = clause,
): Promise<ThreadView> {
  const text = await readingAt(site, path);
  const start = [...text.slice(0, text.indexOf(exact))].length;
  const described = describeRange(text, { start, end: start + [...exact].length });
  if (!described.ok) throw new Error(`${exact} does not stand in ${text}`);
  const locus = { edition: 'en-creemers', version: '1.0.0', at: path, ...described.value };
  return startThread(site, person, path, { pointing: { kind: 'range', loci: [locus] }, ...more });
}

interface FateRow {
  readonly version: string;
  readonly outcome: string;
  readonly reason: string;
  readonly answer: string;
}

async function fatesOf(site: TestApp, { id }: ThreadView): Promise<FateRow[]> {
  const { rows } = await site.owner.query<FateRow>(
    `select v.version, f.outcome, f.reason, f.answer from thread_fate f
     join edition_version v on v.id = f.version_id where f.thread_id = $1 order by f.version_id`,
    [id],
  );
  return rows;
}

const firstWords = async (site: TestApp, path = clause, count = 4): Promise<string> =>
  (await readingAt(site, path))
    .split(' ')
    .slice(1, 1 + count)
    .join(' ');

test('a release says of every thread what became of it, and counts no notebook', async () => {
  const site = await ownApp();
  const ada = await site.addPerson();
  const text = await readingAt(site, clause);
  const words = await firstWords(site);
  const whole = await startThread(site, ada, clause);
  const elsewhere = await startThread(site, ada, '4.1.1.1');
  const quoted = await noteOn(site, ada, words);
  const secret = await noteOn(site, ada, words, { layer: 'notebook' });
  const section = await startThread(site, ada, '0.0');

  const report = await releaseText(site, {
    version: '1.0.1',
    texts: { [clause]: `${text.slice(0, -1)}, as amended.` },
  });

  expect(await fatesOf(site, whole)).toMatchObject([{ outcome: 'marked', reason: 'text-changed' }]);
  expect(await fatesOf(site, section)).toMatchObject([{ outcome: 'marked' }]);
  expect(await fatesOf(site, quoted)).toMatchObject([{ outcome: 'marked', reason: 'words-stand' }]);
  expect(await fatesOf(site, secret)).toMatchObject([{ outcome: 'marked' }]);
  expect(await fatesOf(site, elsewhere)).toEqual([]);
  expect(report.threads).toEqual([
    { layer: 'public', carried: 1, marked: 3, proposed: 0, stale: 0 },
  ]);
  expect(report.changed).toContain(await uidAt(site, clause));
});

test('words that were corrected are proposed, words that are gone are stale', async () => {
  const site = await ownApp();
  const ada = await site.addPerson();
  const text = await readingAt(site, clause);
  const words = await firstWords(site, clause, 5);
  const [first = '', ...rest] = words.split(' ');
  const corrected = await noteOn(site, ada, words);
  const last = text.split(' ').slice(-6).join(' ');
  const gone = await noteOn(site, ada, last);
  await releaseText(site, {
    version: '1.0.1',
    texts: {
      [clause]: text
        .replace(words, [`${first}s`, ...rest].join(' '))
        .replace(last, 'Nothing of it.'),
    },
  });
  expect(await fatesOf(site, corrected)).toMatchObject([
    { outcome: 'proposed', reason: 'similar-words' },
  ]);
  expect(await fatesOf(site, gone)).toMatchObject([{ outcome: 'stale', reason: 'words-gone' }]);
});

test('one release after another: a later one asks anew, and words that return are carried', async () => {
  const site = await ownApp();
  const ada = await site.addPerson();
  const text = await readingAt(site, clause);
  const words = await firstWords(site, clause, 5);
  const note = await noteOn(site, ada, words);
  const corrected = text.replace(words, words.replace(/\w(?= )/u, ''));
  await releaseText(site, { version: '1.0.1', texts: { [clause]: corrected } });
  await releaseText(site, { version: '1.0.2', texts: { '4.1.1.1': 'Another clause.' } });
  expect(await fatesOf(site, note)).toMatchObject([
    { version: '1.0.1', outcome: 'proposed', answer: 'none' },
  ]);
  await releaseText(site, { version: '1.0.3', texts: { [clause]: `Once more: ${corrected}` } });
  await releaseText(site, { version: '1.0.4', texts: { [clause]: text } });
  expect(await fatesOf(site, note)).toMatchObject([
    { version: '1.0.1', outcome: 'proposed', answer: 'passed' },
    { version: '1.0.3', outcome: 'proposed', answer: 'passed' },
    { version: '1.0.4', outcome: 'carried', answer: 'none' },
  ]);
});

test('what stood on a clause that was divided stands on its parts, and is counted there', async () => {
  const site = await ownApp();
  const ada = await site.addPerson();
  const text = await readingAt(site, clause);
  const cut = text.indexOf(' ', text.length / 2);
  const whole = await startThread(site, ada, clause);
  const note = await noteOn(
    site,
    ada,
    text
      .slice(cut + 1)
      .split(' ')
      .slice(0, 3)
      .join(' '),
  );
  await releaseText(site, {
    version: '1.0.1',
    retired: { [clause]: ['0.0.1.2x1', '0.0.1.2x2'] },
    added: {
      '0.0.1.2x1': { after: clause, text: text.slice(0, cut) },
      '0.0.1.2x2': { after: '0.0.1.2x1', text: text.slice(cut + 1) },
    },
  });
  expect(await fatesOf(site, whole)).toMatchObject([{ outcome: 'marked', reason: 'split' }]);
  expect(await fatesOf(site, note)).toMatchObject([{ outcome: 'marked', reason: 'words-stand' }]);
  const { rows } = await site.owner.query(
    `select t.target_kind, f.path as from, e.path as to from thread t
     join unit f on f.uid = t.from_uid join unit e on e.uid = t.to_uid order by t.created_at`,
  );
  expect(rows).toEqual([
    { target_kind: 'span', from: '0.0.1.2x1', to: '0.0.1.2x2' },
    { target_kind: 'range', from: '0.0.1.2x2', to: '0.0.1.2x2' },
  ]);
  const { rows: counted } = await site.owner.query(
    `select u.path, sum(t.notes)::integer as notes from tally t join unit u using (uid)
     group by u.path order by u.path`,
  );
  expect(counted).toEqual([
    { path: clause, notes: 2 },
    { path: '0.0.1.2x1', notes: 1 },
    { path: '0.0.1.2x2', notes: 2 },
  ]);
});

test('what stood on a clause that is gone is listed at what stood around it', async () => {
  const site = await ownApp();
  const ada = await site.addPerson();
  const whole = await startThread(site, ada, clause);
  const about = await startThread(site, ada, clause, {
    pointing: { kind: 'note', annotation: whole.annotations[0]?.id },
    layer: 'notebook',
  });
  const report = await releaseText(site, { version: '1.0.1', retired: { [clause]: [] } });
  expect(await fatesOf(site, whole)).toMatchObject([{ outcome: 'stale', reason: 'retired' }]);
  expect(await fatesOf(site, about)).toEqual([]);
  expect(report.threads).toEqual([
    { layer: 'public', carried: 0, marked: 0, proposed: 0, stale: 1 },
  ]);
  const answer = await site.as(ada, 'GET', '/api/works/ncss-2016/threads?at=0.0.1');
  expect(answer.statusCode, answer.body).toBe(200);
  expect(
    answer
      .json<{ items: ThreadView[] }>()
      .items.map(({ id }) => id)
      .sort(),
  ).toEqual([whole.id, about.id].sort());
});

test('an entry of the apparatus that is gone leaves its notes on their own version', async () => {
  const site = await ownApp();
  const ada = await site.addPerson();
  const { rows } = await site.owner.query<{ number: string; path: string }>(
    `select a.number, u.path from apparatus_entry a join edition_version v on v.id = a.version_id
     join unit u on u.uid = a.body -> 'loci' -> 0 ->> 'uid'
     where v.edition_id = 'en-creemers' and a.kind <> 'gap' limit 1`,
  );
  const [entry] = rows;
  const note = await startThread(site, ada, entry?.path ?? '', {
    pointing: { kind: 'entry', edition: 'en-creemers', number: entry?.number },
  });
  await releaseText(site, { version: '1.0.1', entriesGone: [entry?.number ?? ''] });
  expect(await fatesOf(site, note)).toMatchObject([{ outcome: 'stale', reason: 'entry-gone' }]);
});

test('a note that was written on the old text while it was released is accounted for when it comes', async () => {
  const site = await ownApp();
  const ada = await site.addPerson();
  const words = await firstWords(site);
  const text = await readingAt(site, clause);
  const form = await noteOn(site, ada, words, { layer: 'notebook' });
  await releaseText(site, {
    version: '1.0.1',
    texts: { [clause]: text.replace(words, 'nothing') },
  });
  // Written with the form of the old version, which was open before.
  const locus = form.target.loci.map(({ uid: _, sha256: __, ...rest }) => ({
    ...rest,
    at: clause,
  }));
  const late = await startThread(site, ada, clause, {
    pointing: { kind: 'range', loci: locus },
    seen,
  });
  await expect
    .poll(() => fatesOf(site, late))
    .toMatchObject([{ version: '1.0.1', outcome: 'stale', reason: 'words-gone' }]);
  const { rows } = await site.owner.query('select from thread_late');
  expect(rows).toEqual([]);
});

test('a release waits for a note that is being stored, and a note for a release', async () => {
  const site = await ownApp();
  const ada = await site.addPerson();
  const known = await startThread(site, ada, clause);
  const client = await site.pool.connect();
  await client.query('begin');
  await client.query('select lock_text(work_id, false) from thread where id = $1', [known.id]);
  const released = releaseText(site, { version: '1.0.1', texts: { [clause]: 'Another text.' } });
  const first = await Promise.race([
    released.then(() => 'released'),
    new Promise((resolve) => setTimeout(resolve, 300, 'waits')),
  ]);
  await client.query('commit');
  client.release();
  expect(first).toBe('waits');
  await released;
  expect(await fatesOf(site, known)).toMatchObject([{ outcome: 'marked' }]);
});
