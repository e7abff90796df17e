import { codePointLength, type EditionLayers, type StoredApparatus } from '../src/index.ts';
import type { EditionReading } from './build-edition.ts';
import type { StructuralKind, WorkDeclaration } from './declarations.ts';
import type { Change, Operation } from './operations.ts';
import { locate, textOf, type Stretch, type Witness } from './witness.ts';

type Entry = Omit<Operation, 'n'>;

function removal(witness: Witness, stretch: Stretch): Change {
  return { line: stretch.line, at: stretch.start, before: textOf(witness, stretch), after: '' };
}

function setAside(witness: Witness, declared: WorkDeclaration): readonly Entry[] {
  return declared.setAside.map(({ class: name, reason, places }) => ({
    kind: `set-aside:${name}`,
    edition: null,
    reason,
    changes: places.map((place) => removal(witness, locate(witness, place))),
  }));
}

function placing(witness: Witness, { declared }: EditionReading): readonly Change[] {
  return [...declared.headings, ...declared.paragraphs].flatMap(({ path, places }) =>
    places.map((place) => {
      const { line, start } = locate(witness, place);
      return { path, line, at: start, before: '', after: path };
    }),
  );
}

function sentences({ blocks }: EditionReading): readonly Change[] {
  return blocks.placed.flatMap(({ path, kind, cells }) => {
    const first = cells[0];
    if (kind === 'heading' || first === undefined || first.at === null) return [];
    return [{ path, line: first.line, at: first.at, before: '', after: path }];
  });
}

/** A gap in a segment that stands is at a place of the copy; a segment that is lost has none. */
function gaps(
  { blocks, folded }: EditionReading,
  apparatus: readonly StoredApparatus[],
): readonly Change[] {
  return apparatus
    .filter(({ kind }) => kind === 'gap')
    .flatMap(({ number, loci }) =>
      loci.map(({ path, start }): Change => {
        const mark = { path, before: '', after: '', entry: number };
        const cells = blocks.placed.find((segment) => segment.path === path)?.cells;
        if (start === null || cells === undefined) return mark;
        // Folding in a sentence puts one mark for one, so its offsets are those of the copy.
        const reading = folded.readings.get(path) ?? '';
        if (codePointLength(reading) !== cells.length) throw new Error(`${path} has been shifted`);
        const cell = cells[start] ?? cells.at(-1);
        const at = (cell?.at ?? 0) + (start === cells.length ? 1 : 0);
        return cell === undefined
          ? mark
          : { path, line: cell.line, at, before: '', after: '', entry: number };
      }),
    );
}

function editionEntries(
  witness: Witness,
  reading: EditionReading,
  apparatus: readonly StoredApparatus[],
): readonly Entry[] {
  const { declared, blocks, folded } = reading;
  const edition = declared.edition.id;
  const structural = (kind: StructuralKind, changes: readonly Change[]): readonly Entry[] => {
    const reason = declared.reasons[kind];
    if (changes.length === 0) return [];
    if (reason === undefined) throw new Error(`${edition}: no reason given for ${kind}`);
    return [{ kind, edition, reason, changes }];
  };
  return [
    ...structural(
      'strip-mark',
      blocks.marks.map((mark) => removal(witness, mark)),
    ),
    ...structural('place', placing(witness, reading)),
    ...structural('join', blocks.joins),
    ...structural('split', blocks.splits),
    ...structural('segment', sentences(reading)),
    ...declared.folds.map(({ kind, reason }, i) => ({
      kind,
      edition,
      reason,
      changes: folded.changes[i] ?? [],
    })),
    ...structural('mark-gap', gaps(reading, apparatus)),
  ];
}

/** The declared operations in order, each with what it changed and where. */
export function logOperations(
  witness: Witness,
  declared: WorkDeclaration,
  readings: readonly EditionReading[],
  editions: readonly EditionLayers[],
): readonly Operation[] {
  const entries = [
    ...setAside(witness, declared),
    ...readings.flatMap((reading, i) =>
      editionEntries(witness, reading, editions[i]?.apparatus ?? []),
    ),
  ];
  return entries.map((entry, i) => ({ n: i + 1, ...entry }));
}
