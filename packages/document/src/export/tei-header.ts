import type { Element } from 'xast';
import { x } from 'xastscript';
import type { EditionVersion, Localised } from '../model.ts';
import { versionUrl, workUrl, type ExportedWork } from './exported-work.ts';
import { withheldWords } from './withheld.ts';
import { onLines, xmlText } from './xml.ts';

const localised = (name: string, words: Localised): Element[] =>
  Object.entries(words).map(([lang, text]) => x(name, { 'xml:lang': lang }, [xmlText(text)]));

/** What the file holds: which work, which edition in which version, by whom, from where. */
export function teiHeader(exported: ExportedWork, version: EditionVersion): Element {
  const { shipped, origin } = exported;
  const { work } = shipped;
  const { edition } = version;
  const [issuer] = Object.values(work.issuer);
  const availability = [
    ...localised('p', edition.rights),
    ...localised('p', withheldWords(version)),
  ];
  return x(
    'teiHeader',
    onLines([
      x(
        'fileDesc',
        onLines([
          x('titleStmt', [
            x('title', { type: 'main', 'xml:lang': edition.lang }, [xmlText(edition.title)]),
            ...(edition.relation === 'supplement'
              ? []
              : localised('author', work.issuer).slice(0, 1)),
            ...edition.responsible.map((name) =>
              x('respStmt', [x('resp', edition.relation), x('name', [xmlText(name)])]),
            ),
          ]),
          x('editionStmt', [
            x('edition', { n: version.version }, [xmlText(`${edition.id} ${version.version}`)]),
          ]),
          x('publicationStmt', [
            x('distributor', [xmlText(origin)]),
            x('idno', { type: 'URI' }, [xmlText(versionUrl(exported, version))]),
            x('idno', { type: 'SHA-256' }, version.sha256),
            x('date', { when: version.released }, version.released),
            ...(availability.length === 0 ? [] : [x('availability', availability)]),
          ]),
          x('sourceDesc', [
            x('bibl', [
              ...localised('note', edition.source),
              x('idno', { type: 'work' }, [xmlText(work.key)]),
              x('title', [xmlText(Object.values(work.titles)[0] ?? work.slug)]),
              ...(issuer === undefined ? [] : [x('publisher', [xmlText(issuer)])]),
              x('date', { when: work.issued }, work.issued),
              x('ref', { target: workUrl(exported) }, [xmlText(work.abbreviation || work.slug)]),
            ]),
          ]),
        ]),
      ),
      x('encodingDesc', [
        x('variantEncoding', { method: 'double-end-point', location: 'external' }),
        x('refsDecl', { default: 'true' }, [
          x('p', 'The attribute n of a division, paragraph, head or sentence is its address.'),
        ]),
      ]),
      x('profileDesc', [x('langUsage', [x('language', { ident: edition.lang }, edition.lang)])]),
    ]),
  );
}
