import { x } from 'xastscript';
import type { Element } from 'xast';
import { inLanguage } from '../../../in-language.ts';
import { nameOf } from '../../citations/release-item.ts';
import { licenceWords, releaseUrl, titleOf, type Exported } from './exported.ts';
import { originsIn } from './origin-words.ts';
import { say } from './say.ts';
import { writeXml, xmlDeclaration } from './xml.ts';

const meta = (property: string, value: string, attributes = {}): Element =>
  x('meta', { property, ...attributes }, value);

const optional = (name: string, value: string): Element[] =>
  value.trim() === '' ? [] : [x(name, value)];

function creators({ release }: Exported): Element[] {
  return release.contributors.flatMap((each, index) => {
    const id = `creator-${String(index + 1)}`;
    const refines = `#${id}`;
    const sorted = each.given === '' ? each.family : `${each.family}, ${each.given}`;
    return [
      x('dc:creator', { id }, nameOf(each, release.language)),
      meta('role', 'aut', { refines, scheme: 'marc:relators' }),
      meta('file-as', sorted, { refines }),
      meta('display-seq', String(index + 1), { refines }),
    ];
  });
}

/** What it is and what is in it, in which order (EPUB 3.3 §5). */
export function packageFile(exported: Exported, pages: readonly string[]): string {
  const { release, sha256 } = exported;
  const { language } = release;
  const licence = licenceWords(release);
  const rights = [licence.url ?? say(language).reserved, licence.statement].join(' ').trim();
  const all = ['title.xhtml', 'nav.xhtml', ...pages];
  const idOf = (name: string): string => `file-${name.replace(/\.xhtml$/, '')}`;
  const tree = x(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'address',
      'xml:lang': language,
    },
    [
      x('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
        x('dc:identifier', { id: 'address' }, releaseUrl(exported)),
        x('dc:identifier', { id: 'digest' }, `urn:sha256:${sha256}`),
        x('dc:title', { id: 'title' }, titleOf(release)),
        meta('title-type', 'main', { refines: '#title' }),
        ...(release.subtitle.trim() === ''
          ? []
          : [
              x('dc:title', { id: 'subtitle' }, release.subtitle),
              meta('title-type', 'subtitle', { refines: '#subtitle' }),
            ]),
        ...creators(exported),
        x('dc:language', language),
        x('dc:date', release.released),
        meta('dcterms:modified', release.released.replace(/\.\d+Z$/, 'Z')),
        meta('schema:version', release.number),
        ...optional('dc:description', inLanguage(release.abstracts, language)),
        x('dc:rights', rights),
        x('dc:source', `${exported.origin}/t/${release.work.slug}`),
        ...originsIn(exported).map(({ url }) => x('dc:source', url)),
        x('dc:relation', releaseUrl(exported)),
        ...optional('dc:subject', inLanguage(release.work.titles, language)),
        meta('schema:accessMode', 'textual'),
        meta('schema:accessModeSufficient', 'textual'),
        meta('schema:accessibilityFeature', 'structuralNavigation'),
        meta('schema:accessibilityFeature', 'tableOfContents'),
        meta('schema:accessibilityHazard', 'none'),
        ...(licence.url === null ? [] : [x('link', { rel: 'dcterms:license', href: licence.url })]),
      ]),
      x('manifest', [
        ...all.map((name) =>
          x('item', {
            id: idOf(name),
            href: name,
            'media-type': 'application/xhtml+xml',
            ...(name === 'nav.xhtml' ? { properties: 'nav' } : {}),
          }),
        ),
        x('item', { id: 'file-style', href: 'style.css', 'media-type': 'text/css' }),
      ]),
      x(
        'spine',
        all.map((name) => x('itemref', { idref: idOf(name) })),
      ),
    ],
  );
  return `${xmlDeclaration}${writeXml(tree)}\n`;
}
