import {
  assembleWork,
  comparePaths,
  digest,
  pathKind,
  type Alias,
  type ByPath,
  type EditionLayers,
  type Path,
  type StoredId,
  type StoredLedger,
  type StoredLink,
} from '../src/index.ts';
import { buildEdition, readEdition } from './build-edition.ts';
import { buildReleases } from './build-releases.ts';
import { buildSupplement } from './build-supplement.ts';
import { stretchesOf } from './cells.ts';
import type { WorkDeclaration } from './declarations.ts';
import { reconcileIds, unitsOf } from './ids.ts';
import { logOperations } from './log-operations.ts';
import { remainderOf } from './remainder.ts';
import { buildTerms } from './terms.ts';
import { readWitness } from './witness.ts';
import { writeJson } from '../src/write-json.ts';

/** What an earlier build froze; empty before the first. */
export interface Frozen {
  readonly ids: ByPath<StoredId>;
  readonly aliases: readonly Alias[];
}

type EditionTexts = ReadonlyMap<string, ReadonlySet<Path>>;

function alignmentOf(
  segments: readonly Path[],
  present: EditionTexts,
  ids: ByPath<StoredId>,
): readonly StoredLink[] {
  return segments.map((path) => {
    const sides = [...present].map(([edition, paths]): [string, Path[]] => [
      edition,
      paths.has(path) ? [path] : [],
    ]);
    const [first, second] = sides.map(([, paths]) => paths.length);
    return {
      id: `a${(ids[path]?.uid ?? '').slice(1)}`,
      type: first === 1 && second === 1 ? '1:1' : first === 1 ? '1:0' : '0:1',
      sides: Object.fromEntries(sides),
      method: 'structure',
      certainty: 'high',
    };
  });
}

function ledgerOf({ ledger }: WorkDeclaration, editions: readonly EditionLayers[]): StoredLedger {
  const edition = (id: string): EditionLayers => {
    const found = editions.find((each) => each.edition.id === id);
    if (found === undefined) throw new Error(`no edition ${id}`);
    return found;
  };
  return buildTerms(ledger.terms, edition(ledger.source), edition(ledger.target), ledger.commentary);
}

/** Every file of the work, by its path below `works/<slug>`; the same input gives the same bytes. */
export function buildWork(
  declared: WorkDeclaration,
  witnessText: string,
  frozen: Frozen,
): ReadonlyMap<string, string> {
  if (digest(witnessText) !== declared.witness.sha256) throw new Error('another witness');
  const witness = readWitness(witnessText);
  const readings = declared.editions.map((edition) => readEdition(witness, edition));
  const kinds = new Map(
    readings.flatMap(({ blocks, declared: { apparatus } }) => [
      ...blocks.placed.map(({ path, kind }): [Path, 'heading' | 'sentence'] => [path, kind]),
      ...apparatus.flatMap(({ lost }) =>
        (lost ?? []).map((path): [Path, 'heading' | 'sentence'] => [
          path,
          pathKind(path, declared.work.levels.length) === 'heading' ? 'heading' : 'sentence',
        ]),
      ),
    ]),
  );
  const segments = [...kinds.keys()].toSorted(comparePaths);
  const editions = readings.map((reading) => buildEdition(reading, declared, segments));
  const supplements = declared.supplements.map((each) =>
    buildSupplement(each, declared, segments, editions),
  );
  const limbs = Object.keys(editions[0]?.limbs ?? {});
  const ids = reconcileIds(declared, unitsOf(declared, kinds, limbs), frozen.ids, frozen.aliases);
  const present = new Map(
    editions.map(({ edition, spans }) => [edition.id, new Set(Object.keys(spans))]),
  );
  const spans = readings.flatMap(({ blocks }) =>
    blocks.placed.flatMap(({ cells }) => stretchesOf(cells)),
  );
  const marks = readings.flatMap(({ blocks }) => blocks.marks);
  const alignment = alignmentOf(segments, present, ids);
  const assembled = assembleWork({
    work: declared.work,
    ids,
    aliases: frozen.aliases,
    alignment,
    editions,
  });
  const remainder = remainderOf(witness, declared, marks, spans);
  const files: (readonly [string, unknown])[] = [
    ['work.json', declared.work],
    ['ids.json', new Map(Object.entries(ids).toSorted(([a], [b]) => comparePaths(a, b)))],
    ['aliases.json', frozen.aliases],
    [
      'labels.json',
      Object.fromEntries([...editions, ...supplements].map((e) => [e.edition.id, e.labels])),
    ],
    ['alignment.json', alignment],
    ['operations.json', logOperations(witness, declared, readings, editions)],
    [
      'witness.json',
      {
        ...declared.witness,
        codePoints: witness.chars.length,
        lines: witness.lines.length,
        pages: declared.pages,
        zones: declared.zones,
      },
    ],
    ['lines.json', witnessText.split('\n')],
    ['remainder.json', remainder],
    ['terms.json', ledgerOf(declared, editions)],
    ...[...editions, ...supplements].flatMap(({ labels: _, ...layers }) =>
      Object.entries(layers).map(([name, layer]): [string, unknown] => [
        `editions/${layers.edition.id}/${name}.json`,
        layer,
      ]),
    ),
    ...declared.editions.flatMap((edition) => buildReleases(assembled, edition)),
  ];
  return new Map(files.map(([name, value]) => [name, writeJson(value)]));
}
