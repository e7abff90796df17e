import type { Element } from 'xast';
import { x } from 'xastscript';
import type { EditionVersion } from '../model.ts';
import { versionUrl, workUrl, type ExportedWork } from './exported-work.ts';
import { onLines, xmlText } from './xml.ts';

const primary = (lang: string): string => lang.split('-', 1)[0] ?? lang;

/** The first part of a work's key where it is a country; `zz` is ISO 3166's own for none known. */
const countryOf = (key: string): string => /^([a-z]{2})\//.exec(key)?.[1] ?? 'zz';

interface Level {
  readonly uri: string;
  readonly date: string;
  readonly dateName: string;
  readonly author: string;
}

const level = ({ uri, date, dateName, author }: Level): Element[] => [
  x('FRBRthis', { value: `${uri}/!main` }),
  x('FRBRuri', { value: uri }),
  x('FRBRdate', { date, name: dateName }),
  x('FRBRauthor', { href: author }),
];

/** Which work, which expression (language and version), which file. */
export function aknMeta(exported: ExportedWork, version: EditionVersion): Element {
  const { shipped, origin } = exported;
  const { work } = shipped;
  const { edition } = version;
  const uri = `/akn/${work.key}`;
  const expression = `${uri}/${edition.lang}@${edition.id}:${version.version}`;
  const released = { date: version.released, dateName: 'release' };
  const [issuer] = Object.values(work.issuer);
  const responsible = edition.responsible.join(', ') || issuer;
  // An author is compulsory in every form of a work; of some texts none is known.
  const by = (name: string | undefined, id: string): string =>
    name === undefined ? '#unknown' : `#${id}`;
  const author = by(issuer, 'issuer');
  const maker = by(responsible, 'responsible');
  const source = shipped.versions.find((each) => each.edition.relation === 'source');
  return x(
    'meta',
    onLines([
      x('identification', { source: '#site' }, [
        x('FRBRWork', [
          ...level({ uri, date: work.issued, dateName: 'issue', author }),
          x('FRBRcountry', { value: countryOf(work.key) }),
          ...Object.values(work.titles)
            .slice(0, 1)
            .map((value) => x('FRBRname', { value })),
        ]),
        x('FRBRExpression', [
          ...level({ uri: expression, ...released, author: maker }),
          x('FRBRversionNumber', { value: version.version }),
          x('FRBRlanguage', { language: edition.lang }),
          ...(edition.relation === 'translation' && source !== undefined
            ? [
                x('FRBRtranslation', {
                  href: `${uri}/${source.edition.lang}@${source.edition.id}:${source.version}`,
                  by: maker,
                  authoritative: 'false',
                  fromLanguage: primary(source.edition.lang),
                }),
              ]
            : []),
        ]),
        x('FRBRManifestation', [
          ...level({ uri: `${expression}.akn`, ...released, author: '#site' }),
          x('FRBRformat', { value: 'application/akn+xml' }),
        ]),
      ]),
      x('references', { source: '#site' }, [
        x('original', { eId: 'original', href: workUrl(exported), showAs: edition.title }),
        ...(issuer === undefined
          ? []
          : [
              x('TLCOrganization', {
                eId: 'issuer',
                href: `${workUrl(exported)}#issuer`,
                showAs: issuer,
              }),
            ]),
        ...(responsible === undefined
          ? []
          : [
              x('TLCPerson', {
                eId: 'responsible',
                href: versionUrl(exported, version),
                showAs: responsible,
              }),
            ]),
        ...([author, maker].includes('#unknown')
          ? [x('TLCConcept', { eId: 'unknown', href: `${origin}/unknown`, showAs: 'unknown' })]
          : []),
        x('TLCOrganization', { eId: 'site', href: origin, showAs: origin }),
      ]),
      ...notesOf(version),
    ]),
  );
}

/** The apparatus, each entry once: what an editor would read is here and never in the text. */
function notesOf({ apparatus }: EditionVersion): Element[] {
  if (apparatus.length === 0) return [];
  const notes = apparatus.map(({ number, kind, cause, certainty, reading, note, evidence }) =>
    x('note', { eId: `note_${number}`, class: kind, marker: number }, [
      ...Object.entries(note).map(([lang, text]) => x('p', { 'xml:lang': lang }, [xmlText(text)])),
      x('p', { class: 'certainty' }, [xmlText(`${cause}, ${certainty}`)]),
      ...(reading === null ? [] : [x('p', { class: 'reading' }, [xmlText(reading)])]),
      ...evidence.flatMap((words) =>
        Object.entries(words).map(([lang, text]) =>
          x('p', { class: 'evidence', 'xml:lang': lang }, [xmlText(text)]),
        ),
      ),
    ]),
  );
  return [x('notes', { source: '#site' }, onLines(notes))];
}
