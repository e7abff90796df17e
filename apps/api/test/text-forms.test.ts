import { createHash } from 'node:crypto';
import type { TextFormsView } from '@glossator/contract';
import { fromBuffer } from 'yauzl';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { textForms } from '@glossator/document/export';
import { shippedWorks } from '@glossator/document/seed';
import { origin, refusal, startApp, stopApp, type Person, type TestApp } from './support/index.ts';

let site: TestApp;
let keeper: Person;
let ada: Person;
beforeAll(async () => {
  site = await startApp();
  keeper = await site.addPerson({ name: 'Keeper', administrator: true });
  ada = await site.addPerson({ name: 'Ada' });
});
afterAll(() => stopApp(site));

const get = (url: string, who: Person | null = null) => site.as(who, 'GET', `/api${url}`);
const form = (name: string, query = '', who: Person | null = null) =>
  get(`/works/ncss-2016/forms/${name}${query}`, who);
const [shipped] = shippedWorks;

/** Names and contents of an archive. */
function unzip(bytes: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error !== null) {
        reject(error);
        return;
      }
      const files = new Map<string, Buffer>();
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (failed, stream) => {
          if (failed !== null) {
            reject(failed);
            return;
          }
          const pieces: Buffer[] = [];
          stream.on('data', (piece: Buffer) => pieces.push(piece));
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(pieces));
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => {
        resolve(files);
      });
      zip.readEntry();
    });
  });
}

describe('a form of a text', () => {
  test.each([
    ['txt', 'text/plain; charset=utf-8', 'ncss-2016.zh-cac@1.0.0.txt'],
    ['tei', 'application/tei+xml', 'ncss-2016.zh-cac@1.0.0.tei.xml'],
    ['akn', 'application/akn+xml', 'ncss-2016.zh-cac@1.0.0.akn.xml'],
    ['json', 'application/json', 'ncss-2016.json'],
    ['tmx', 'application/x-tmx+xml', 'ncss-2016.tmx'],
    ['jsonld', 'application/ld+json', 'ncss-2016.jsonld'],
  ])('%s has its type and a name', async (name, type, file) => {
    const answer = await form(name);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="${file}"`);
    const again = await site.app.inject({
      method: 'GET',
      url: `/api/works/ncss-2016/forms/${name}`,
      headers: { 'if-none-match': String(answer.headers['etag']) },
    });
    expect(again.statusCode).toBe(304);
  });

  test('as JSON is what ships', async () => {
    const told = (await form('json')).json<{ editions: { version: { sha256: string } }[] }>();
    expect(told.editions.map(({ version }) => version.sha256)).toEqual(
      shipped?.versions.map(({ sha256 }) => sha256),
    );
  });

  test('is of a clause, a range, one edition, a pinned version', async () => {
    expect((await form('txt', '?at=4.3.1.2')).body).toMatch(/^4\.3\.1\.2\t[^\n]+\n$/);
    expect((await form('txt', '?at=4.3.1.2-4.3.1.3')).body.split('\n')).toHaveLength(3);
    expect((await form('txt', '?at=3.1.1.1&edition=en-creemers')).body).toContain('sovereignty');
    expect((await form('txt', '?at=3.1.1.1&pins=en-creemers:1.0.0')).body).toContain('sovereignty');
    const one = (await form('json', '?edition=en-creemers&at=4.3')).json<{
      address: string;
      editions: { edition: { id: string }; text: Record<string, unknown> }[];
    }>();
    expect(one.address).toBe(`${origin}/t/ncss-2016/4.3`);
    expect(one.editions.map(({ edition }) => edition.id)).toEqual(['en-creemers']);
    expect(Object.keys(one.editions[0]?.text ?? {})).toContain('4.3.0');
  });

  test.each([
    ['?at=9.9', 404, 'not-found'],
    ['?at=x', 400, 'address-malformed'],
    ['?edition=none', 404, 'not-found'],
    ['?pins=none:1.0.0', 422, 'version-unknown'],
  ])('%s is refused', async (query, status, code) => {
    expect(refusal(await form('tei', query))).toEqual([status, code]);
  });
});

describe('an edition that is not shown to everybody', () => {
  // Of this edition alone: no supplement has it.
  const words = 'tolerated';
  const set = (access: string) => site.as(keeper, 'PATCH', '/api/editions/en-creemers', { access });
  beforeEach(() => async () => {
    await set('public');
  });

  test.each(['withheld', 'signed-in'])('is in no form that a visitor gets: %s', async (access) => {
    await set(access);
    for (const name of textForms)
      for (const query of ['', '?at=3.1', '?pins=en-creemers:1.0.0']) {
        const answer = await form(name, query);
        expect(answer.body).not.toContain(words);
      }
    expect(refusal(await form('tei', '?edition=en-creemers'))).toEqual([403, 'edition-withheld']);
    // Without it nothing is aligned: the words of the other are no translation memory.
    for (const query of ['', '?at=3.1', '?edition=zh-cac'])
      expect(refusal(await form('tmx', query))).toEqual([403, 'edition-withheld']);
    const listed = (await get('/works/ncss-2016/forms')).json<{ forms: { form: string }[] }>();
    expect(listed.forms.map((each) => each.form)).toEqual(['txt', 'json', 'tei', 'akn', 'jsonld']);
    const files = await unzip((await get('/works/ncss-2016/archive')).rawPayload);
    for (const [, bytes] of files) expect(bytes.toString()).not.toContain(words);
    expect([...files.keys()]).not.toContain('ncss-2016.tmx');
    const id = encodeURIComponent(`${origin}/t/ncss-2016@en-creemers:1.0.0`);
    for (const url of [
      `/dts/collection?id=${id}`,
      `/dts/navigation?resource=${id}&down=-1`,
      `/dts/document?resource=${id}`,
    ])
      for (const who of [null, ada, keeper]) expect((await get(url, who)).statusCode).toBe(404);
    expect((await get('/dts/collection')).body).not.toContain('en-creemers');
  });

  test('is missed where notes on others quote it: what states their digest says so', async () => {
    const says = 'The SHA-256 of this version is of the version with them.';
    const listed = async () =>
      (await get('/works/ncss-2016/forms')).json<TextFormsView>().editions[0]?.withheldEntries;
    const told = async () => {
      const { editions } = (await form('json')).json<{ editions: { withheld: string[] }[] }>();
      return editions.map(({ withheld }) => withheld);
    };
    const id = encodeURIComponent(`${origin}/t/ncss-2016@zh-cac:1.0.0`);
    const stating = async () => [
      (await form('tei')).body,
      (await get(`/dts/document?resource=${id}`)).body,
      ...[...(await unzip((await get('/works/ncss-2016/archive')).rawPayload))]
        .filter(([name]) => /^README|zh-cac.*tei/.test(name))
        .map(([, bytes]) => bytes.toString()),
    ];
    expect(await listed()).toEqual([]);
    expect(await told()).toEqual([[], [], []]);
    for (const body of await stating()) expect(body).not.toContain(says);
    await set('signed-in');
    const missed = await listed();
    expect(missed).not.toEqual([]);
    expect((await told())[0]).toEqual(missed);
    const bodies = await stating();
    expect(bodies).toHaveLength(4);
    for (const body of bodies) expect(body).toContain(says);
    // Who may read it is told the whole; through DTS everybody is told the same.
    expect((await form('tei', '', ada)).body).not.toContain(says);
    expect((await get(`/dts/document?resource=${id}`, ada)).body).toContain(says);
  });

  test('is told to people with an account, and kept by nobody on the way', async () => {
    await set('signed-in');
    const answer = await form('txt', '?edition=en-creemers', ada);
    expect(answer.body).toContain(words);
    expect(answer.headers['cache-control']).toBe('private, no-cache');
    const memory = await form('tmx', '?at=3.1', ada);
    expect(memory.body).toContain(words);
    expect(memory.headers['cache-control']).toBe('private, no-cache');
  });
});

test('a clause as a translation memory says where it stands, or that one language has lost it', async () => {
  const told = (await form('tmx', '?at=3.1.1.1&pins=en-creemers:1.0.0')).body;
  expect(told.match(/<tu /g)).toHaveLength(1);
  expect(told).toContain(
    `<prop type="x-url">${origin}/t/ncss-2016@en-creemers:1.0.0/3.1.1.1</prop>`,
  );
  const lost = (await form('tmx', '?at=4.3.1.2')).body;
  expect(lost).not.toContain('<tu ');
  expect(lost).toContain('en-creemers 1.0.0 has no words at: 4.3.1.2.');
});

test('the archive opens, and its sums hold', async () => {
  const answer = await get('/works/ncss-2016/archive');
  expect(answer.headers['content-type']).toBe('application/zip');
  const files = await unzip(answer.rawPayload);
  const names = [...files.keys()];
  expect(names).toContain('ncss-2016.zh-cac@1.0.0.tei.xml');
  expect(names).toContain('ncss-2016.tmx');
  expect(names).toContain('README.txt');
  for (const line of (files.get('SHA256SUMS')?.toString() ?? '').trim().split('\n')) {
    const [sum, name = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex'),
    ).toBe(sum);
  }
});

describe('Distributed Text Services', () => {
  const id = encodeURIComponent(`${origin}/t/ncss-2016@zh-cac:1.0.0`);
  test('lead from the entry to a passage', async () => {
    const entry = (await get('/dts')).json<{ collection: string; document: string }>();
    expect(entry.collection).toContain('/api/dts/collection');
    const root = (await get('/dts/collection')).json<{ member: { '@id': string }[] }>();
    const work = root.member[0]?.['@id'] ?? '';
    const editions = (await get(`/dts/collection?id=${encodeURIComponent(work)}`)).json<{
      member: { '@id': string; navigation: string }[];
    }>();
    const resource = editions.member[0]?.['@id'] ?? '';
    const tree = (
      await get(`/dts/navigation?resource=${encodeURIComponent(resource)}&down=1`)
    ).json<{ member: { identifier: string }[] }>();
    expect(tree.member.map(({ identifier }) => identifier)).toEqual(['0', '1', '2', '3', '4']);
    const passage = await get(`/dts/document?resource=${encodeURIComponent(resource)}&ref=4.3`);
    expect(passage.headers['content-type']).toBe('application/tei+xml');
    expect(passage.headers['link']).toContain('rel="collection"');
    expect(passage.headers['access-control-allow-origin']).toBe('*');
    expect(passage.body).toContain('<dts:wrapper xmlns:dts="https://w3id.org/api/dts#">');
    expect(passage.body).toContain('n="4.3.1.2"');
    expect(passage.body).not.toContain('n="4.4.1.1"');
    const range = await get(
      `/dts/document?resource=${encodeURIComponent(resource)}&start=4.3.3&end=4.4.1`,
    );
    expect(range.body).toContain('n="4.4.1.1"');
  });

  test.each([
    ['/dts/navigation', 400],
    [`/dts/navigation?resource=${id}`, 400],
    [`/dts/navigation?resource=${id}&ref=1&start=1&end=2`, 400],
    [`/dts/navigation?resource=${id}&start=1`, 400],
    [`/dts/navigation?resource=${id}&ref=9.9`, 404],
    [`/dts/navigation?resource=${id}&tree=page&down=1`, 404],
    [`/dts/document?resource=${id}&mediaType=text/html`, 404],
    ['/dts/document?resource=none', 404],
    [`/dts/navigation?resource=${encodeURIComponent(`${origin}/t/ncss-2016`)}&down=1`, 404],
    [`/dts/document?resource=${encodeURIComponent(`${origin}/t/%00`)}`, 404],
    ['/dts/collection?id=none', 404],
    ['/dts/collection?page=7', 404],
  ])('%s is answered %i', async (url, status) => {
    expect((await get(url)).statusCode).toBe(status);
  });
});
