import * as annotator from '@recogito/text-annotator';
import jsonld from 'jsonld';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  annotation,
  annotationContext,
  container,
  pinned,
  programOf,
  quote,
  replyTo,
  rootOf,
  startApp,
  startThread,
  stopApp,
  type Json,
  type Person,
  type Program,
  type TestApp,
} from './support/index.ts';

/* What other people’s libraries for the W3C model make of ours, and we of theirs. */

let site: TestApp;
let ada: Person;
let mine: Program;
beforeAll(async () => {
  site = await startApp();
  ada = await site.addPerson({ name: 'Ada' });
  mine = await programOf(site, ada);
});
afterAll(() => stopApp(site));

const source = pinned('3.2.1.3');
const words = { source, selector: quote };

// Its types import each other without file names, which Node’s rules do not resolve.
interface Model {
  readonly id: string;
  readonly bodies: readonly Json[];
  readonly target: Json & {
    readonly selector: readonly {
      readonly quote: string;
      readonly start: number;
      readonly end: number;
    }[];
  };
}
interface Library {
  readonly W3CTextFormat: (source: string) => {
    readonly parse: (told: unknown) => { readonly parsed?: Model; readonly error?: Error };
    readonly serialize: (model: Model) => Json;
  };
}
/** As the annotator of pages by Recogito reads and writes annotations. */
const recogito = (annotator as unknown as Library).W3CTextFormat(source);
function parse(told: unknown): Model {
  const { parsed, error } = recogito.parse(told);
  if (parsed === undefined) throw error ?? new Error('nothing was parsed');
  return parsed;
}
const kept = {
  rights: 'https://creativecommons.org/licenses/by/4.0/',
  canonical: 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df',
  via: 'https://elsewhere.example/1',
  generator: { id: 'https://elsewhere.example/', type: 'Software', name: 'Elsewhere' },
  motivation: 'questioning',
};

describe('Recogito Text Annotator', () => {
  test('reads a note of ours, changes a word, and puts it back', async () => {
    const root = rootOf(
      await startThread(site, ada, '3.2.1.3', {
        pointing: { kind: 'words', edition: 'zh-cac', version: '1.0.0', words: '求同存异' },
        tags: ['scope'],
      }),
    );
    const url = `${container}${root.id}`;
    const read = await mine.ask(url);
    const model = parse(read.json());
    expect(model.target.selector[0]?.quote).toBe('求同存异');
    const [first, ...others] = model.bodies;
    const changed = {
      ...model,
      bodies: [{ ...first, value: 'Changed there' }, ...others],
    } as Model;
    const put = await mine.put(url, recogito.serialize(changed), String(read.headers.etag));
    expect(put.statusCode, put.body).toBe(200);
    const note = (await site.as(null, 'GET', `/annotations/${root.id}`)).json<Json>();
    expect(note).toMatchObject({ body: 'Changed there', tags: ['scope'], version: 2 });
    expect(put.json<Json>()['target']).toEqual(read.json<Json>()['target']);
  });
  test('what it does not know of comes through it unharmed', async () => {
    const creator = {
      id: 'https://elsewhere.example/me',
      type: 'Person',
      name: 'Me',
      nickname: 'me',
    };
    const { url, etag, told } = await mine.add(annotation({ ...kept, creator, target: words }));
    const put = await mine.put(url, recogito.serialize(parse(told)), etag);
    expect(put.statusCode, put.body).toBe(200);
    for (const name of [
      ...Object.keys(kept),
      'creator',
      'dcterms:publisher',
      'created',
      'target',
      'body',
    ])
      expect([put.json<Json>()[name]].flat(), name).toEqual([told[name]].flat());
  });
  test('a note it has made itself, under its own id, is taken as it is', async () => {
    const id = crypto.randomUUID();
    const [start, end] = await placeOf('求同存异');
    const made = recogito.serialize({
      id,
      bodies: [
        {
          id: crypto.randomUUID(),
          annotation: id,
          type: 'TextualBody',
          purpose: 'commenting',
          value: 'Made there',
        },
      ],
      target: {
        annotation: id,
        creator: { id: 'https://elsewhere.example/me', name: 'Me' },
        created: new Date(Date.UTC(2026, 0, 2)),
        selector: [{ quote: '求同存异', start, end }],
      },
    });
    const { told } = await mine.add(made);
    expect(told).toMatchObject({
      via: `urn:uuid:${id}`,
      created: '2026-01-02T00:00:00.000Z',
      creator: { name: 'Me' },
      target: { source, type: 'SpecificResource' },
    });
    expect(parse(told).target.selector).toMatchObject([{ quote: '求同存异', start, end }]);
  });
});

async function placeOf(exact: string): Promise<[start: number, end: number]> {
  const { told } = await mine.add(
    annotation({ target: { source, selector: { ...quote, exact } } }),
  );
  const [, place] = (told['target'] as { selector: [unknown, { start: number; end: number }] })
    .selector;
  return [place.start, place.end];
}

const context = JSON.parse(
  readFileSync(new URL('./data/anno.jsonld', import.meta.url), 'utf8'),
) as Json;
const documentLoader = async (url: string) => {
  if (url !== annotationContext) throw new Error(`${url} is asked of nobody`);
  return { documentUrl: url, document: context };
};
const options = { documentLoader } as unknown as jsonld.Options.Compact;
/** With `safe`, whatever a context does not know stops it. */
const expand = async (told: unknown): Promise<Json> => {
  const [node] = await jsonld.expand(
    told as jsonld.JsonLdDocument,
    { ...options, safe: true } as object,
  );
  return node as Json;
};
/** One value and a list of one are the same in the model. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? plain(value[0]) : value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
}
const oa = 'http://www.w3.org/ns/oa#';

describe('jsonld.js, by the context of the vocabulary', () => {
  async function whole(told: Json): Promise<Json> {
    const expanded = await expand(told);
    const compact = await jsonld.compact(expanded, annotationContext as never, options);
    expect(plain(compact)).toEqual(plain(told));
    return expanded;
  }
  test('vocabulary §3 all that is told of a note of the form is in the vocabulary', async () => {
    for (const kind of ['comment', 'question', 'source', 'translation', 'term']) {
      const root = rootOf(await startThread(site, ada, '4.3.1.2', { kind, tags: ['a', 'b'] }));
      const told: Json = (await mine.ask(`${container}${root.id}`)).json();
      const expanded = await whole(told);
      expect(expanded['@type']).toEqual([`${oa}Annotation`]);
      const [motivation] = expanded[`${oa}motivatedBy`] as [{ '@id': string }];
      expect(motivation['@id']).toMatch(/^http:\/\/www\.w3\.org\/ns\/oa#[a-z]+$/);
    }
  });
  test('so is a reply, and words of an edition', async () => {
    const { url } = await mine.add(annotation({ target: words }));
    const reply = await replyTo(site, ada, url.slice(url.lastIndexOf('/') + 1), 'A reply');
    await whole((await mine.ask(`${container}${reply.id}`)).json());
    const expanded = await whole((await mine.ask(url)).json());
    const [target] = expanded[`${oa}hasTarget`] as [Json];
    expect(target[`${oa}hasSource`]).toEqual([{ '@id': source }]);
    expect(target[`${oa}hasSelector`]).toHaveLength(2);
  });
  test('so is all that a program may say, and it means the same as it did', async () => {
    const sent = annotation({
      ...kept,
      created: '2016-12-27T00:00:00Z',
      creator: {
        id: 'https://elsewhere.example/me',
        type: 'Person',
        name: 'Me',
        nickname: 'me',
        email_sha1: '58bad0',
      },
      body: [
        {
          type: 'TextualBody',
          value: 'Words',
          format: 'text/plain',
          language: 'en',
          textDirection: 'ltr',
          purpose: 'questioning',
        },
        'https://elsewhere.example/post',
        { id: 'https://elsewhere.example/film', type: 'Video', format: 'video/mp4' },
        {
          type: 'SpecificResource',
          source: 'https://elsewhere.example/concept',
          purpose: 'tagging',
        },
      ],
    });
    const { told } = await mine.add(sent);
    const [before, after] = [await expand(sent), await whole(told)];
    for (const name of Object.keys(before))
      if (name !== '@id') expect(after[name], name).toEqual(before[name]);
  });
});
