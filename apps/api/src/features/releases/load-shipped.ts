import { limits } from '@glossator/contract';
import {
  countText,
  describeRange,
  digest,
  noteMarkdown,
  type NoteLocus,
  type NotePlace,
  type ShippedCommentary,
  type ShippedWork,
} from '@glossator/document';
import {
  readReleaseNumber,
  writeRelease,
  type Licence,
  type ReleaseContributor,
  type ReleaseDocument,
  type ReleaseLocus,
  type ReleasePart,
  type ReleasePlace,
} from '@glossator/domain';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { makeDb } from '../../db/client.ts';
import { focusOn, targetOf } from '../works/address.ts';
import type { Structure } from '../works/text-store.ts';
import { storeRelease } from './store.ts';

/* Commentaries that ship with the program, as releases that nobody writes here. */

type Report = (line: string) => void;

/** A work as it ships, and the versions of its editions that a commentary is about. */
interface Ground {
  readonly work: ShippedWork;
  readonly structure: Structure;
  readonly versions: ShippedCommentary['versions'];
}

function locusOf(
  { work, versions }: Ground,
  { edition, uid, start, end, exact }: NoteLocus,
): ReleaseLocus {
  const version = versions[edition] ?? '';
  const text = work.versions
    .find((each) => each.edition.id === edition && each.version === version)
    ?.texts.find((each) => each.uid === uid)?.reading;
  const described = describeRange(text ?? '', { start, end }, limits.contextLength);
  if (!described.ok) throw new Error(`${edition} ${uid} “${exact}”: ${described.reason}`);
  return { edition, version, uid, ...described.value };
}

function placeOf(ground: Ground, { address, loci }: NotePlace): ReleasePlace {
  const { kind: whole, from, to } = targetOf(focusOn(ground.structure, address));
  const kind = loci.length === 0 ? whole : loci.length === 1 ? 'range' : 'hinge';
  return {
    kind,
    address,
    from,
    to,
    loci: loci.map((locus) => locusOf(ground, locus)),
    entry: null,
  };
}

const contributorOf = ({
  name,
  orcid,
}: ShippedCommentary['contributors'][number]): ReleaseContributor => ({
  kind: 'group',
  family: name['en'] ?? '',
  given: '',
  orcid: orcid ?? '',
  affiliation: '',
  roles: [],
  names: name,
});

/** What is published of a shipped commentary. */
export function releaseDocument(shipped: ShippedCommentary, work: ShippedWork): ReleaseDocument {
  const byUid = new Map(work.units.map((each) => [each.uid, each]));
  const ground = { work, structure: { ...work, byUid }, versions: shipped.versions };
  const lang = (edition: string) =>
    work.versions.find((each) => each.edition.id === edition)?.edition.lang ?? 'en';
  const introduction: ReleasePart = {
    kind: 'introduction',
    label: '',
    title: '',
    words: countText(shipped.introduction),
    places: [],
    body: shipped.introduction,
  };
  const entries = shipped.entries.map((note): ReleasePart => {
    const body = noteMarkdown(shipped, note, lang);
    return {
      kind: 'entry',
      label: note.number,
      title: note.title,
      words: countText(note.body),
      places: note.places.map((place) => placeOf(ground, place)),
      body,
    };
  });
  return {
    ...{ slug: shipped.slug, number: shipped.number, released: shipped.released },
    work: { slug: work.work.slug, titles: work.work.titles },
    versions: shipped.versions,
    language: shipped.lang,
    titles: shipped.titles,
    subtitle: '',
    abstracts: shipped.abstracts,
    contributors: shipped.contributors.map(contributorOf),
    licence: { id: shipped.licence.id as Licence, statement: shipped.licence.statement },
    interests: '',
    statement: shipped.statement,
    change: '',
    parts: [introduction, ...entries],
  };
}

async function loadCommentary(
  client: pg.Client,
  release: ReleaseDocument,
  { units }: ShippedWork,
  report: Report,
): Promise<void> {
  const { slug, number } = release;
  const db = makeDb(client);
  const { rows } = await client.query<{ id: string; work: number }>(
    'select c.id, c.work_id as work from commentary c where c.slug = $1',
    [slug],
  );
  const known = rows[0] ?? (await begin(client, release));
  const wanted = readReleaseNumber(number);
  const stored = await client.query<{ sha256: string }>(
    'select sha256 from commentary_release where commentary_id = $1 and major = $2 and minor = $3',
    [known.id, wanted?.major, wanted?.minor],
  );
  const [there] = stored.rows;
  if (there === undefined) {
    await storeRelease(db, known.id, release, { workId: known.work, units });
    report(`Loaded ${slug} ${number}.`);
  } else if (there.sha256 !== digest(writeRelease(release)))
    report(
      `The shipped ${slug} ${number} has other words than the one that is published here under this number; it was not loaded.`,
    );
}

async function begin(client: pg.Client, release: ReleaseDocument) {
  const id = uuidv7();
  const { slug, language } = release;
  await client.query('insert into commentary_slug (slug) values ($1)', [slug]);
  const { rows } = await client.query<{ id: string; work: number }>(
    `insert into commentary (id, work_id, slug, title, language, licence, state)
     select $1, w.id, $2, $3, $4, $5, 'published' from work w where w.slug = $6 returning id, work_id as work`,
    [id, slug, release.titles[language] ?? slug, language, release.licence.id, release.work.slug],
  );
  const [made] = rows;
  if (made === undefined) throw new Error(`there is no work ${release.work.slug}`);
  return made;
}

/** Loads what ships with the program, once each, as the owner of the tables. */
export async function loadCommentaries(
  client: pg.Client,
  commentaries: readonly ShippedCommentary[],
  works: readonly ShippedWork[],
  report: Report,
): Promise<void> {
  for (const shipped of commentaries) {
    const work = works.find((each) => each.work.slug === shipped.work);
    if (work === undefined) throw new Error(`there is no work ${shipped.work}`);
    await client.query('begin');
    try {
      // Two starts at once load one after the other.
      await client.query("select pg_advisory_xact_lock(hashtext('glossator:load-commentaries'))");
      await loadCommentary(client, releaseDocument(shipped, work), work, report);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }
}
