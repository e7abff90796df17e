import type { Element } from 'xast';
import { x } from 'xastscript';
import type { AlignmentLink, EditionVersion, SegmentText, ShippedWork, Unit } from '../model.ts';
import { jointOf, unitUrl, versionUrl, workUrl, type ExportedWork } from './exported-work.ts';
import { withheldWords } from './withheld.ts';
import { workFormat } from './work-json.ts';
import { onLines, writeXml, xmlText } from './xml.ts';

interface Said {
  readonly unit: Unit;
  readonly text: SegmentText;
}
/** What one edition says of a link: nothing where it has lost any of it. */
interface Side {
  readonly version: EditionVersion;
  readonly said: readonly Said[];
}
interface Pairing {
  readonly sides: readonly Side[];
  /** Editions that have nothing here, or have lost it, and what stands in the others. */
  readonly absent: readonly EditionVersion[];
  readonly units: readonly Unit[];
}

/** Whether any segment of one edition that is told is aligned with one of another. */
export const isAligned = ({ versions, alignment }: ShippedWork): boolean =>
  alignment.some(
    ({ sides }) =>
      versions.filter(({ edition }) => (sides[edition.id] ?? []).length > 0).length > 1,
  );

function reader({ units, versions }: ShippedWork) {
  const byUid = new Map(units.map((unit) => [unit.uid, unit]));
  const texts = new Map(
    versions.map((version) => [version, new Map(version.texts.map((text) => [text.uid, text]))]),
  );
  return ({ sides }: AlignmentLink): Pairing => {
    const aligned = versions.filter(({ edition }) => sides[edition.id] !== undefined);
    const found = aligned.map((version): Side => {
      const uids = sides[version.edition.id] ?? [];
      const said = uids.flatMap((uid) => {
        const [unit, text] = [byUid.get(uid), texts.get(version)?.get(uid)];
        return unit === undefined || text === undefined || text.reading === null
          ? []
          : [{ unit, text }];
      });
      return { version, said: said.length === uids.length ? said : [] };
    });
    const all = new Set(Object.values(sides).flat());
    return {
      sides: found.filter(({ said }) => said.length > 0),
      absent: found.filter(({ said }) => said.length === 0).map(({ version }) => version),
      units: units.filter(({ uid }) => all.has(uid)),
    };
  };
}

const prop = (type: string, value: string): Element => x('prop', { type }, [xmlText(value)]);
const note = (lang: string, value: string): Element =>
  x('note', { 'xml:lang': lang }, [xmlText(value)]);

/** Why the words of a segment are not all that was there. */
const damageOf = ({ apparatus }: EditionVersion, said: readonly Said[]): Element[] =>
  apparatus
    .filter(({ kind, loci }) => kind === 'gap' && loci.some(isIn(said)))
    .flatMap(({ number, note: words }) =>
      Object.entries(words).map(([lang, text]) => note(lang, `${number}: ${text}`)),
    );

const isIn =
  (said: readonly Said[]) =>
  ({ uid }: { readonly uid: string }): boolean =>
    said.some(({ unit }) => unit.uid === uid);

function variant(exported: ExportedWork, { version, said }: Side): Element {
  const { edition } = version;
  return x('tuv', { 'xml:lang': edition.lang }, [
    ...damageOf(version, said),
    prop('x-edition', edition.id),
    prop('x-version', version.version),
    ...said.flatMap(({ unit, text }) => [
      prop('x-address', unit.path),
      prop('x-uid', unit.uid),
      prop('x-url', unitUrl(exported, version, unit.path)),
      prop('x-sha256', text.sha256 ?? ''),
      ...(text.condition === 'intact' ? [] : [prop('x-condition', text.condition)]),
    ]),
    x('seg', [xmlText(said.map(({ text }) => text.reading ?? '').join(jointOf(edition.lang)))]),
  ]);
}

/** What an edition has lost, and what the other therefore has alone. */
function absences(pairings: readonly Pairing[], versions: readonly EditionVersion[]): Element[] {
  return versions.flatMap((version) => {
    const paths = pairings
      .filter(({ absent }) => absent.includes(version))
      .flatMap(({ units }) => units.map(({ path }) => path));
    const { edition, version: number } = version;
    return paths.length === 0
      ? []
      : [note('en', `${edition.id} ${number} has no words at: ${paths.join(', ')}.`)];
  });
}

/**
 * The segments of editions that are aligned, as a translation memory (TMX 1.4): a unit for every
 * link of which at least two editions have the words. What is lost is no unit; a note says which.
 */
export function tmx(exported: ExportedWork): string {
  const { shipped } = exported;
  const { work, versions, alignment } = shipped;
  const pairings = alignment.map(reader(shipped));
  const aligned = versions.filter(({ edition }) =>
    alignment.some(({ sides }) => sides[edition.id] !== undefined),
  );
  const source = aligned.find(({ edition }) => edition.relation === 'source');
  const units = pairings.flatMap(({ sides }, n) =>
    sides.length < 2
      ? []
      : [
          x(
            'tu',
            { tuid: alignment[n]?.id ?? '' },
            onLines([
              prop('x-alignment', `${alignment[n]?.method ?? ''} ${alignment[n]?.certainty ?? ''}`),
              ...sides.map((side) => variant(exported, side)),
            ]),
          ),
        ],
  );
  return writeXml(
    x(
      'tmx',
      { version: '1.4' },
      onLines([
        x(
          'header',
          {
            creationtool: 'Glossator',
            creationtoolversion: '1',
            segtype: 'sentence',
            'o-tmf': workFormat,
            adminlang: 'en',
            srclang: source?.edition.lang ?? '*all*',
            datatype: 'plaintext',
          },
          onLines([
            ...Object.entries(work.titles).map(([lang, title]) => note(lang, title)),
            ...aligned.flatMap(({ edition }) =>
              Object.entries(edition.rights).map(([lang, words]) =>
                note(lang, `${edition.id}: ${words}`),
              ),
            ),
            ...aligned.flatMap((version) =>
              Object.entries(withheldWords(version)).map(([lang, words]) =>
                note(lang, `${version.edition.id} ${version.version}: ${words}`),
              ),
            ),
            ...absences(pairings, aligned),
            prop('x-work', work.key),
            prop('x-url', workUrl(exported)),
            ...aligned.flatMap((version) => [
              prop('x-edition', `${version.edition.id} ${version.version}`),
              prop('x-url', versionUrl(exported, version)),
              prop('x-sha256', version.sha256),
            ]),
          ]),
        ),
        x('body', onLines(units)),
      ]),
    ),
  );
}
