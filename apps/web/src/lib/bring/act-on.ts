import { m } from '#lib/paraglide/messages.js';
import type { DeskCommand } from './desk-keys.ts';
import type { Desk } from './desk.svelte.ts';
import { splitOffset } from './split-offset.ts';

/** A field in the place of a sentence: where it is split, or how it should read. */
export interface Opened {
  readonly kind: 'split' | 'edit';
  readonly unit: number;
  readonly text: string;
  /** UTF-16. */
  readonly caret: number;
}

/** What is lost beside or after the chosen sentence. */
function gap(desk: Desk): Promise<void> {
  const { row, unit, place } = desk;
  if (row === undefined || unit === undefined) return Promise.resolve();
  if (unit.text === null) return desk.correct(m.bring_said_undo, { do: 'close', unit: unit.id });
  const isAlone = row.sides.length > 1 && row.sides.some((units) => units.length === 0);
  // Where a row has one language alone, the other has lost it.
  if (isAlone) return desk.correct(m.bring_said_gap, { do: 'check', unit: unit.id, checked: true });
  const { kind, id: after } = unit;
  return desk.correct(m.bring_said_gap, { do: 'gap', side: place.side, after, kind });
}

function join(desk: Desk, by: 1 | -1): Promise<void> {
  const { stretch, place } = desk;
  const row = by === 1 ? place.row : place.row - 1;
  const unit = stretch.rows.find(({ n }) => n === row)?.sides.flat()[0]?.id;
  if (unit === undefined) {
    desk.said = m.bring_desk_unfit();
    return Promise.resolve();
  }
  return desk.correct(m.bring_said_join, { do: 'join', unit });
}

/** The first time a sentence is taken, the second time it is put beside the one in the other language. */
async function take(desk: Desk): Promise<void> {
  const { unit, place, taken } = desk;
  if (unit === undefined) return;
  const { of } = taken;
  if (of?.unit === unit.id) {
    taken.of = null;
    desk.said = m.bring_said_let_go();
  } else if (of === null || of.side === place.side) {
    taken.of = { side: place.side, unit: unit.id };
    desk.said = m.bring_said_taken();
  } else {
    const [left, right] = place.side === 0 ? [unit.id, of.unit] : [of.unit, unit.id];
    taken.of = null;
    await desk.correct(m.bring_said_pair, { do: 'pair', left, right });
  }
}

/** Does what a key or a button says; a field where that needs one, else null. */
export async function actOn(
  desk: Desk,
  command: DeskCommand,
  caret: number | null,
): Promise<Opened | null> {
  const { unit, row } = desk;
  if (command === 'next') await desk.step(1);
  else if (command === 'previous') await desk.step(-1);
  else if (command === 'other-side') desk.turn(1);
  else if (command === 'one-side') desk.turn(0);
  else if (command === 'next-doubt') await desk.doubt(1);
  else if (command === 'previous-doubt') await desk.doubt(-1);
  else if (command === 'undo') await desk.undo();
  else if (command === 'join-previous') await join(desk, -1);
  else if (command === 'join-next') await join(desk, 1);
  else if (row === undefined || unit === undefined) desk.said = m.bring_desk_unfit();
  else return onUnit(desk, command, caret);
  return null;
}

async function onUnit(
  desk: Desk,
  command: DeskCommand,
  caret: number | null,
): Promise<Opened | null> {
  const { unit, row } = desk;
  if (unit === undefined || row === undefined) return null;
  const { id, text } = unit;
  if ((command === 'split' || command === 'edit') && text !== null)
    return { kind: command, unit: id, text, caret: caret ?? splitOffset(text) };
  if (command === 'merge') await desk.correct(m.bring_said_merge, { do: 'merge', unit: id });
  else if (command === 'lift') await desk.correct(m.bring_said_lift, { do: 'lift', unit: id });
  else if (command === 'lower') await desk.correct(m.bring_said_lower, { do: 'lower', unit: id });
  else if (command === 'gap') await gap(desk);
  else if (command === 'aside')
    await desk.correct(m.bring_said_aside, { do: 'drop', unit: id, reason: 'surroundings' });
  else if (command === 'take') await take(desk);
  else if (command === 'part') await desk.correct(m.bring_said_part, { do: 'part', unit: id });
  else if (command === 'check') {
    const checked = !row.checked;
    const says = checked ? m.bring_said_check : m.bring_said_uncheck;
    await desk.correct(says, { do: 'check', unit: id, checked });
  } else if (command === 'move-previous')
    await desk.correct(m.bring_said_move, { do: 'move', unit: id, to: 'previous' });
  else if (command === 'move-next')
    await desk.correct(m.bring_said_move, { do: 'move', unit: id, to: 'next' });
  return null;
}
