import type { VerifyView } from '@glossator/contract';
import { digest, writeProof } from '@glossator/document';
import { shippedWorks } from '@glossator/document/seed';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startApp, stopApp, type Person, type TestApp } from './support/index.ts';

let site: TestApp;
let ben: Person;
beforeAll(async () => {
  site = await startApp();
  ben = await site.addPerson({ name: 'Ben' });
});
afterAll(() => stopApp(site));

const ask = (payload: Record<string, unknown>, who: Person | null = null) =>
  site.as(who, 'POST', '/api/verify', payload);
async function verified(payload: Record<string, unknown>, who: Person | null = null) {
  const answer = await ask(payload, who);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<VerifyView>();
}

const english = 'Cybersecurity and informatization are two wings of one body';

describe('a quotation', () => {
  test('is answered in four ways, and shown where it stands', async () => {
    const view = await verified({
      text: `${english}\n\nhttps://elsewhere.example/t/ncss-2016@en-creemers:1.0.0/3.4.1.2`,
    });
    expect(view).toMatchObject({
      quotation: english,
      verbatim: 'exact',
      standing: { work: 'ncss-2016', edition: 'en-creemers', version: '1.0.0', lang: 'en' },
      at: { address: '3.4.1.2', answer: 'there' },
      in: [{ edition: 'en-creemers', version: '1.0.0', answer: 'there', digests: null }],
      versions: [{ version: '1.0.0', has: true }],
      since: { state: 'newest', corrections: [] },
      more: false,
    });
    expect(view.places).toEqual([
      {
        address: '3.4.1.2',
        citation: { en: 'III(4) ¶1 s. 2', 'zh-Hans': '三（四）第1段第2句' },
        segments: [
          {
            path: '3.4.1.2',
            text: `${english}, two wheels of one cart.`,
            ranges: [{ start: 0, end: english.length }],
          },
        ],
      },
    ]);
  });

  test.each([
    ['4.9', 'elsewhere'],
    // The copy of the English has lost it.
    ['4.3', 'unknown'],
    ['III(4) ¶1 s2', 'there'],
    ['三（四）第1段第2句', 'there'],
    ['http://localhost:3000/t/ncss-2016/3.4', 'there'],
    ['https://elsewhere.example/t/another-text/3.4.1.2', 'elsewhere'],
  ])('stands at what was typed beside it: %s', async (at, answer) => {
    expect((await verified({ text: english, at })).at?.answer).toBe(answer);
  });

  test('in traditional hanzi is the same words', async () => {
    const view = await verified({ text: '沒有網絡安全就沒有國家安全' });
    expect(view).toMatchObject({ verbatim: 'variant', variants: ['hanzi'] });
  });

  test('with other words is compared with what is nearest', async () => {
    const view = await verified({ text: english.replace('body', 'bird') });
    expect(view).toMatchObject({ verbatim: 'changed', total: 1, places: [{ address: '3.4.1.2' }] });
    expect(view.nearest?.runs.some(({ kind, text }) => kind === 'quoted' && text === 'bird')).toBe(
      true,
    );
  });

  test('of a copy with its proof verifies, digest and all', async () => {
    const [version] = shippedWorks[0]?.versions ?? [];
    const quotation = version?.texts.find(({ reading }) =>
      reading?.startsWith('没有网络'),
    )?.reading;
    const text = writeProof({
      quotation: quotation ?? '',
      citation: '国家网络空间安全战略，三（四）第1段第1句',
      url: 'http://localhost:3000/t/ncss-2016@zh-cac:1.0.0/3.4.1.1',
      digests: [
        {
          work: 'ncss-2016',
          edition: 'zh-cac',
          version: '1.0.0',
          path: '3.4.1.1',
          sha256: digest(quotation ?? ''),
        },
      ],
    });
    expect(await verified({ text })).toMatchObject({
      verbatim: 'exact',
      at: { answer: 'there' },
      in: [{ answer: 'there', digests: 'match' }],
    });
  });
});

test('a later version answers what was corrected since', async () => {
  const one = 'deepen international cooperation’s in areas such as policies and laws';
  await site.owner.query(`
    with v as (insert into edition_version (edition_id, version, sha256, released, ord)
      select edition_id, '1.0.1', repeat('0', 64), released, ord + 1 from edition_version
      where edition_id = 'en-creemers' returning id)
    insert into segment_text (version_id, uid, reading, diplomatic, label, condition, sha256)
    select v.id, s.uid, replace(s.reading, 'cooperation’s', 'cooperation'), s.diplomatic, s.label,
      s.condition, s.sha256
    from v, segment_text s join edition_version old on old.id = s.version_id
    where old.edition_id = 'en-creemers' and old.version = '1.0.0'`);
  const view = await verified({ text: one });
  expect(view).toMatchObject({
    verbatim: 'exact',
    standing: { version: '1.0.0' },
    versions: [
      { version: '1.0.0', has: true },
      { version: '1.0.1', has: false },
    ],
    since: { state: 'changed', corrections: [{ version: '1.0.1', path: '4.9.2.1', words: true }] },
  });
  expect(await verified({ text: english })).toMatchObject({ standing: { version: '1.0.1' } });
});

describe('what cannot be answered is refused with its reason', () => {
  test.each([
    [{ text: '  ' }, 422, 'quotation-too-short'],
    [{ text: 'x'.repeat(20_001) }, 422, 'quotation-too-long'],
    [{ text: 'x'.repeat(100_000) }, 422, 'quotation-too-long'],
    [{ text: 'x'.repeat(200_001) }, 400, 'request-malformed'],
    [{ text: 'ab … '.repeat(40) }, 422, 'quotation-in-pieces'],
    [{ text: 'two \u0001 wings' }, 400, 'text-malformed'],
    [{ text: english, at: 'nowhere in particular' }, 422, 'citation-unknown'],
    [{ text: english, work: 'no-such-work' }, 404, 'not-found'],
    [{ text: english, more: true }, 400, 'request-malformed'],
    [{}, 400, 'request-malformed'],
  ])('%#', async (payload, status, code) => {
    const answer = await ask(payload);
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code]);
  });
});

describe('an edition that is not shown', () => {
  test.each([
    ['withheld', false, false],
    ['signed-in', false, true],
    ['public', true, true],
  ] as const)('%s: is neither quoted nor confirmed', async (access, visitor, member) => {
    await site.owner.query('update edition set access = $1 where id = $2', [access, 'en-creemers']);
    const [, translation] = shippedWorks[0]?.versions ?? [];
    const sha256 = translation?.texts.find(({ reading }) => reading?.startsWith(english))?.sha256;
    const proof = `\nSHA256 (ncss-2016@en-creemers:1.0.0/3.4.1.2) = ${sha256 ?? ''}`;
    const questions = [english, english.replace('body', 'bird'), english + proof];
    const invented = [
      'Zebras and giraffes are two wings of no body at all',
      'Zebras and giraffes are two wings of no bird at all',
      `Zebras and giraffes are two wings of no body at all${proof}`,
    ];
    for (const [who, reads] of [
      [null, visitor],
      [ben, member],
    ] as const)
      for (const [n, text] of questions.entries()) {
        const told = { ...(await verified({ text }, who)), quotation: '' };
        const nothing = { ...(await verified({ text: invented[n] ?? '' }, who)), quotation: '' };
        if (reads) expect(told.standing?.edition).toBe('en-creemers');
        // What is true is answered as what was made up.
        else expect(told).toEqual(nothing);
      }
  });
});
