import type { ShippedWork } from '@glossator/document';
import { blocksOfText, proposeImport, toShippedWork } from '@glossator/document/import';
import { startThread } from '../../features/annotations/create.ts';
import { giveToClass } from '../../features/own-works/give.ts';
import { ownSlug } from '../../features/own-works/name.ts';
import { storeOwnWork } from '../../features/own-works/store.ts';
import { idOf, inClass } from '../class/member.ts';
import { instructor } from '../class/setting.ts';
import { form } from '../play.ts';
import type { Stage } from '../stage.ts';
import { chinese, english, thoughts, titles } from './reading-room.ts';

const issued = '2026-01-02';
const rights = { en: 'Made up for the demo.', 'zh-Hans': '为演示而编写。' };

function readingRoom(slug: string): ShippedWork {
  const proposed = proposeImport([
    { name: '', lang: 'zh-Hans', blocks: blocksOfText(chinese) },
    { name: '', lang: 'en', blocks: blocksOfText(english) },
  ]);
  if (!proposed.ok) throw new Error(`the text of the demo is not read: ${proposed.reason}`);
  const edition = (lang: 'en' | 'zh-Hans', relation: 'source' | 'translation') => ({
    ...{ id: `${slug}-${lang.toLowerCase()}`, relation, title: titles[lang] },
    ...{ responsible: [], source: rights, rights },
  });
  const made = toShippedWork(proposed.value, {
    released: issued,
    work: {
      ...{ key: slug, slug, titles, issued, rights, abbreviation: 'RR' },
      issuer: { en: 'The reading room', 'zh-Hans': '阅览室' },
    },
    editions: [edition('zh-Hans', 'source'), edition('en', 'translation')],
  });
  if (!made.ok) throw new Error(`the text of the demo is no work: ${made.reason}`);
  return made.value;
}

/** Where words of it stand. */
function placeOf({ units, versions }: ShippedWork, words: string): string {
  const uid = versions
    .flatMap(({ texts }) => texts)
    .find(({ reading }) => reading?.includes(words))?.uid;
  const path = units.find((unit) => unit.uid === uid)?.path;
  if (path === undefined) throw new Error(`not in the text of the demo: ${words}`);
  return path;
}

/** A text that its owner keeps to herself and to her class. */
export async function playOwnText(stage: Stage, classId: string): Promise<void> {
  const shipped = readingRoom(ownSlug('reading-room'));
  const { slug } = shipped.work;
  const owner = idOf(stage, instructor);
  const id = await stage.transact((db) => storeOwnWork(db, owner, shipped));
  await giveToClass(stage, stage.as(instructor).actor, slug, classId);
  for (const { by, at, body, kind } of thoughts) {
    const writer = { ...(await inClass(stage, by)), works: [id] };
    await startThread(stage, writer, {
      ...{ work: slug, target: placeOf(shipped, at), layer: 'notebook' },
      ...form({ body, kind }),
      seen: shipped.versions.map(({ edition, version }) => `${edition.id}:${version}`),
    });
  }
}
