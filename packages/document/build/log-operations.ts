import type { Localised } from '../src/index.ts';
import type { EditionReading } from './build-edition.ts';
import type { WorkDeclaration } from './declarations.ts';
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

function editionEntries(
  witness: Witness,
  reading: EditionReading,
  marks: readonly Stretch[],
): readonly Entry[] {
  const { declared, blocks, folded } = reading;
  const edition = declared.edition.id;
  const entry = (kind: string, reason: Localised, changes: readonly Change[]): Entry => ({
    kind,
    edition,
    reason,
    changes,
  });
  const own = marks.filter((mark) => blocks.marks.includes(mark));
  const { reasons } = declared;
  return [
    entry(
      'strip-mark',
      reasons['strip-mark'],
      own.map((mark) => removal(witness, mark)),
    ),
    entry('place', reasons.place, placing(witness, reading)),
    entry('join', reasons.join, blocks.joins),
    entry('split', reasons.split, blocks.splits),
    entry('segment', reasons.segment, sentences(reading)),
    ...declared.folds.map((rule, i) => entry(rule.kind, rule.reason, folded.changes[i] ?? [])),
  ].filter(({ changes }) => changes.length > 0);
}

/** The declared operations in order, each with what it changed and where. */
export function logOperations(
  witness: Witness,
  declared: WorkDeclaration,
  readings: readonly EditionReading[],
  marks: readonly Stretch[],
): readonly Operation[] {
  const entries = [
    ...setAside(witness, declared),
    ...readings.flatMap((reading) => editionEntries(witness, reading, marks)),
  ];
  return entries.map((entry, i) => ({ n: i + 1, ...entry }));
}
