import { createHash } from 'node:crypto';
import {
  mintUid,
  type EditionVersion,
  type ShippedWork,
  type Uid,
  type Unit,
} from '@glossator/document';
import { ownSlug } from '../../src/features/own-works/name.ts';
import { storeOwnWork } from '../../src/features/own-works/store.ts';
import type { Person, TestApp } from './app.ts';

const sections: readonly (readonly [path: string, en: string, zh: string])[] = [
  ['1.0', 'I. Of wells', '一、井'],
  ['1.1', 'Whoever digs a well keeps it covered.', '掘井者须覆其井。'],
  ['1.2', 'A well that is left open is filled within a month.', '井不覆者，一月之内填之。'],
  ['1.3', 'Water from a covered well belongs to all who live beside it.', '覆井之水，归邻居共有。'],
  ['1.4', 'Nobody is asked for a fee where there is drought.', '旱时不得收费。'],
  ['2.0', 'II. Of bridges', '二、桥'],
  ['2.1', 'A bridge carries its year upon a stone.', '桥须刻年于石。'],
  ['2.2', 'Whoever finds a quagga under the bridge reports it.', '桥下见斑驴者须报。'],
  ['2.3', 'Two carts wait for one that is already crossing.', '一车过桥，二车须候。'],
  ['2.4', 'The keeper sweeps it each morning.', '守桥者每晨扫之。'],
];

/** A word that stands in the fixture's text alone, and in no shipped one. */
export const rareWord = 'quagga';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A two-language text of ten segments, as an import makes it. */
export function smallWork(wish = 'wells-and-bridges'): ShippedWork {
  const slug = ownSlug(wish);
  const taken = new Set<string>();
  const mint = (path: string): Uid => {
    const uid = mintUid(slug, path, taken);
    taken.add(uid);
    return uid;
  };
  const containers = new Map(['1', '2'].map((path) => [path, mint(path)]));
  const segments = sections.map(([path]) => ({ path, uid: mint(path) }));
  const units: Unit[] = segments.flatMap(({ path, uid }): Unit[] => {
    const section = path.slice(0, 1);
    const parent = containers.get(section) ?? null;
    const segment = { uid, path, ord: 0, role: null, parent };
    if (!path.endsWith('.0')) return [{ ...segment, kind: 'sentence' }];
    if (parent === null) throw new Error('a section without a container');
    return [
      { uid: parent, path: section, kind: 'container', ord: 0, role: null, parent: null },
      { ...segment, kind: 'heading' },
    ];
  });
  const version = (
    lang: 'en' | 'zh-Hans',
    relation: 'source' | 'translation',
    words: readonly string[],
  ): EditionVersion => ({
    edition: {
      ...{ id: `${slug}-${lang.slice(0, 2)}`, lang, relation, title: words[0] ?? '' },
      ...{ responsible: ['A. Fixture'], source: { en: 'by hand' }, rights: { en: 'CC0' } },
    },
    ...{ version: '1.0.0', released: '2026-01-02', sha256: sha256(words.join('\n')) },
    texts: segments.map(({ uid, path }, n) => {
      const text = words[n] ?? '';
      return {
        ...{ uid, reading: text, diplomatic: text, condition: 'intact', sha256: sha256(text) },
        label: path.endsWith('.0') ? (text.split(/[. 、]/u)[0] ?? '') : '',
      };
    }),
    limbs: [],
    apparatus: [],
  });
  const level = (key: string, zh: string) => ({
    ...{ key, names: { en: key, 'zh-Hans': zh } },
    numerals: { en: 'decimal', 'zh-Hans': 'decimal' } as const,
  });
  return {
    work: {
      ...{ slug, key: slug, abbreviation: 'WB', issued: '2026-01-02' },
      titles: { en: 'Wells and bridges', 'zh-Hans': '井与桥' },
      ...{ issuer: { en: 'The fixture' }, rights: { en: 'CC0' } },
      levels: [level('section', '节'), level('sentence', '句')],
    },
    units: units.map((unit, ord) => ({ ...unit, ord })),
    aliases: [],
    versions: [
      version(
        'zh-Hans',
        'source',
        sections.map(([, , zh]) => zh),
      ),
      version(
        'en',
        'translation',
        sections.map(([, en]) => en),
      ),
    ],
    alignment: [],
  };
}

export interface OwnWork {
  readonly id: number;
  readonly slug: string;
  /** Uid of the sentence at 2.2. */
  readonly uid: string;
  readonly editions: readonly string[];
}

/** The small text, stored for its owner as an import would. */
export async function bringWork(site: TestApp, owner: Pick<Person, 'id'>): Promise<OwnWork> {
  const work = smallWork();
  const id = await site.app.transact((db) => storeOwnWork(db, owner.id, work));
  const uid = work.units.find(({ path }) => path === '2.2')?.uid ?? '';
  const editions = work.versions.map(({ edition }) => edition.id);
  return { id, slug: work.work.slug, uid, editions };
}

/** Sets where it stands without the steps that lead there. */
export async function setStanding(
  site: TestApp,
  { id }: OwnWork,
  standing: 'private' | 'offered' | 'public' | 'withdrawn',
): Promise<void> {
  await site.owner.query(
    `update work set standing = $2,
       rights_statement = case when $2 = 'private' then '' else 'Ours.' end,
       offered_at = case when $2 = 'offered' then now() end,
       assented_at = case when $2 in ('public', 'withdrawn') then now() end,
       withdrawn_at = case when $2 = 'withdrawn' then now() end,
       withdrawal_reason = case when $2 = 'withdrawn' then 'rights' end
     where id = $1`,
    [id, standing],
  );
}

export const giveTo = (site: TestApp, { id }: OwnWork, classId: string) =>
  site.owner.query('insert into work_class (work_id, class_id) values ($1, $2)', [id, classId]);

export const makeTextEditor = (site: TestApp, { id }: Pick<Person, 'id'>) =>
  site.owner.query("insert into site_role (person_id, role) values ($1, 'text-editor')", [id]);
