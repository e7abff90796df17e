import type { ReleaseContributor } from '@glossator/domain';
import type { Element } from 'xast';
import { x } from 'xastscript';
import { inLanguage } from '../../../in-language.ts';
import { nameOf } from '../../citations/release-item.ts';
import { dateOf, licenceWords, releaseUrl, titleOf, type Exported } from './exported.ts';
import { originsIn } from './origin-words.ts';
import { say } from './say.ts';
import { thanksIn } from './thanks-in.ts';

function author(each: ReleaseContributor, language: string): Element {
  const name = nameOf(each, language);
  return x('author', [
    each.kind === 'group'
      ? x('orgName', name)
      : x(
          'persName',
          each.given === '' ? [name] : [x('forename', each.given), ' ', x('surname', each.family)],
        ),
    ...(each.orcid === '' ? [] : [x('idno', { type: 'ORCID' }, `https://orcid.org/${each.orcid}`)]),
    ...(each.affiliation === '' ? [] : [x('affiliation', each.affiliation)]),
  ]);
}

const noted = (type: string, words: string): Element[] =>
  words === '' ? [] : [x('note', { type }, [x('p', words)])];

/** Where what was commented on is. */
function sources({ origin, release, editions }: Exported): Element[] {
  const { work, versions } = release;
  return Object.entries(versions).map(([id, version]) => {
    const open = editions.find((each) => each.id === id);
    const title = open?.title ?? inLanguage(work.titles, release.language);
    return x('bibl', [
      x('title', open === undefined ? {} : { 'xml:lang': open.lang }, title),
      ' ',
      x('ref', { target: `${origin}/t/${work.slug}@${id}:${version}` }, `${id} ${version}`),
    ]);
  });
}

/** What it was begun from. */
const origins = (exported: Exported): Element[] =>
  originsIn(exported).map(({ url, words, statement }) =>
    x('bibl', { type: 'basedOn' }, [
      x('ref', { target: url }, words),
      ...(statement === '' ? [] : [' ', x('note', statement)]),
    ]),
  );

/** What the file is, by whom and under what. */
export function teiHeader(exported: Exported): Element {
  const { release, origin, sha256 } = exported;
  const { language } = release;
  const told = say(language);
  const licence = licenceWords(release);
  const url = releaseUrl(exported);
  const abstract = inLanguage(release.abstracts, language);
  const notes = [
    ...noted('review', inLanguage(release.statement, language)),
    ...noted('interests', release.interests),
    ...noted('acknowledgements', thanksIn(release)),
    ...noted('later', told.later),
  ];
  const languages = new Map([
    [language, language],
    ...exported.editions.map(({ lang }) => [lang, lang] as const),
  ]);
  return x('teiHeader', [
    x('fileDesc', [
      x('titleStmt', [
        x('title', { type: 'main', 'xml:lang': language }, titleOf(release)),
        ...(release.subtitle === '' ? [] : [x('title', { type: 'sub' }, release.subtitle)]),
        ...release.contributors.map((each) => author(each, language)),
        ...release.contributors.flatMap((each) =>
          each.roles.map((role) =>
            x('respStmt', [x('resp', told.role[role]), x('name', nameOf(each, language))]),
          ),
        ),
      ]),
      x('editionStmt', [x('edition', { n: release.number }, told.release(release.number))]),
      x('publicationStmt', [
        x('distributor', [x('ref', { target: origin }, new URL(origin).host)]),
        x('idno', { type: 'URI' }, url),
        x('idno', { type: 'SHA-256' }, sha256),
        x('date', { when: dateOf(release) }, dateOf(release)),
        x('availability', [
          x(
            'licence',
            licence.url === null ? {} : { target: licence.url },
            [licence.url === null ? told.reserved : licence.id, licence.statement]
              .filter((each) => each !== '')
              .join('. '),
          ),
        ]),
      ]),
      x('notesStmt', notes),
      x('sourceDesc', [...sources(exported), ...origins(exported)]),
    ]),
    x('profileDesc', [
      ...(abstract === '' ? [] : [x('abstract', { 'xml:lang': language }, [x('p', abstract)])]),
      x(
        'langUsage',
        [...languages.keys()].map((ident) => x('language', { ident }, ident)),
      ),
    ]),
    x('revisionDesc', [
      x(
        'change',
        { when: dateOf(release), n: release.number },
        release.change || told.release(release.number),
      ),
    ]),
  ]);
}
