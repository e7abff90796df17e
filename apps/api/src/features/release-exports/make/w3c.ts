import type { ReleasePart, ReleasePlace } from '@glossator/domain';
import { textOf } from '@glossator/domain/cite';
import { citable } from '../../../markdown/citations.ts';
import { citedIn } from '../../../markdown/render.ts';
import { annotationContext } from '../../w3c/annotation.ts';
import { inLanguage } from '../../../in-language.ts';
import { nameOf } from '../../citations/release-item.ts';
import {
  dateOf,
  entryUrl,
  licenceWords,
  placeUrl,
  releaseUrl,
  titleOf,
  type Exported,
  type Step,
} from './exported.ts';
import { originsIn } from './origin-words.ts';
import { quotedAt } from './quoted.ts';

/* https://www.w3.org/TR/annotation-model/; what it has no word for is told in Dublin Core, which its context knows. */

type Json = Readonly<Record<string, unknown>>;

const encoder = new TextEncoder();

function locusTargets(exported: Exported, place: ReleasePlace): unknown[] {
  const { origin, release, structure } = exported;
  const shown = quotedAt(exported, place);
  return place.loci.map(({ edition, version, uid, start, end, exact, prefix, suffix }) => {
    const path = structure.byUid.get(uid)?.path ?? uid;
    const source = `${origin}/t/${release.work.slug}@${edition}:${version}/${path}`;
    const isOpen = shown.some((each) => each.edition.id === edition && each.uid === uid);
    // Words that not everybody may read are left out: no selector is better than a false one.
    if (start === null || end === null || exact === '' || !isOpen) return source;
    return {
      type: 'SpecificResource',
      source,
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    };
  });
}

function targetsOf(exported: Exported, place: ReleasePlace): unknown[] {
  if (place.loci.length > 0) return locusTargets(exported, place);
  if (place.entry !== null || place.from !== place.to) return [placeUrl(exported, place)];
  return [`${exported.origin}/id/${place.from}`];
}

function agents({ release }: Exported): Json[] {
  return release.contributors.map((each) => ({
    ...(each.orcid === '' ? {} : { id: `https://orcid.org/${each.orcid}` }),
    type: each.kind === 'group' ? 'Organization' : 'Person',
    name: nameOf(each, release.language),
  }));
}

/** What its keys of citations stand for: the words themselves keep them. */
function worksCitedIn({ release }: Exported, { body }: ReleasePart): Json {
  const { items, language } = release;
  if (items === undefined) return {};
  const { works } = citable(items, language);
  const cited = citedIn(body).flatMap((key) => works.get(key) ?? []);
  if (cited.length === 0) return {};
  return {
    'dcterms:references': cited.map(({ key, entry, url }) => ({
      ...(url === null ? {} : { id: url }),
      'dcterms:identifier': key,
      'dcterms:bibliographicCitation': textOf(entry),
    })),
  };
}

function annotation(exported: Exported, part: ReleasePart, n: number): Json {
  const { origin, release } = exported;
  const targets = part.places.flatMap((place) => targetsOf(exported, place));
  const work = `${origin}/t/${release.work.slug}`;
  const { url } = licenceWords(release);
  return {
    id:
      part.label === ''
        ? `${releaseUrl(exported)}/part/${String(n)}`
        : entryUrl(exported, part.label),
    type: 'Annotation',
    motivation: part.kind === 'entry' ? 'commenting' : 'describing',
    'dcterms:title': part.title,
    ...(part.label === '' ? {} : { 'dcterms:identifier': part.label }),
    'dcterms:type': part.kind,
    created: release.released,
    creator: agents(exported),
    ...(url === null ? {} : { rights: url }),
    body: {
      type: 'TextualBody',
      format: 'text/markdown',
      language: release.language,
      value: part.body,
    },
    ...worksCitedIn(exported, part),
    target: targets.length === 0 ? work : targets.length === 1 ? targets[0] : targets,
  };
}

export async function makeW3c(exported: Exported, step: Step): Promise<Uint8Array> {
  const { release, sha256 } = exported;
  const url = releaseUrl(exported);
  const licence = licenceWords(release);
  const origins = originsIn(exported);
  const id = `${url}.jsonld`;
  const head = {
    '@context': annotationContext,
    id,
    type: 'AnnotationCollection',
    label: titleOf(release),
    ...(release.subtitle === '' ? {} : { 'dcterms:alternative': release.subtitle }),
    'dcterms:abstract': inLanguage(release.abstracts, release.language),
    'schema:version': release.number,
    'dcterms:issued': dateOf(release),
    'dcterms:isFormatOf': url,
    'dcterms:language': release.language,
    'dcterms:provenance': inLanguage(release.statement, release.language),
    'dcterms:accessRights': licence.statement,
    ...(release.interests === '' ? {} : { 'skos:note': release.interests }),
    ...(release.change === '' ? {} : { 'skos:changeNote': release.change }),
    ...(origins.length === 0
      ? {}
      : {
          'dcterms:isVersionOf': origins.map(({ url: from }) => from),
          'skos:editorialNote': origins.map(({ words }) => words),
        }),
    'dcterms:identifier': `urn:sha256:${sha256}`,
    creator: agents(exported),
    ...(licence.url === null ? {} : { rights: licence.url }),
    created: release.released,
    total: release.parts.length,
  };
  const pageHead = { id: `${id}#page-1`, type: 'AnnotationPage', partOf: id, startIndex: 0 };
  const items: string[] = [];
  for (const [index, part] of release.parts.entries()) {
    items.push(JSON.stringify(annotation(exported, part, index + 1)));
    await step(index + 1);
  }
  const begin = `${JSON.stringify(head).slice(0, -1)},\n"first":${JSON.stringify(pageHead).slice(0, -1)},"items":[\n`;
  return encoder.encode(`${begin}${items.join(',\n')}\n]}}\n`);
}
