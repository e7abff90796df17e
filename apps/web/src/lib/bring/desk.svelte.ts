import type {
  ImportCorrection,
  ImportRowOfText,
  ImportStretch,
  ImportUnit,
  Problem,
  TextImportDesk,
} from '@glossator/contract';
import { m } from '#lib/paraglide/messages.js';

/** A correction that did not reach the server. */
interface Unsent {
  readonly path: 'corrections' | 'undo';
  readonly corrections: readonly ImportCorrection[];
  readonly says: () => string;
}

export interface Place {
  readonly row: number;
  readonly side: number;
  readonly unit: number | null;
}

const post = (url: string, body: unknown): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** A sentence that waits for its counterpart, on whatever page of the text that stands. */
export class Taken {
  of = $state.raw<{ readonly side: number; readonly unit: number } | null>(null);
}

/** The rows that are on the page, where somebody stands in them, and how they are corrected. */
export class Desk {
  readonly #api: string;
  stretch = $state.raw<ImportStretch>() as ImportStretch;
  place = $state.raw<Place>({ row: 0, side: 0, unit: null });
  /** What happened, for whoever does not see it. */
  said = $state('');
  saving = $state(false);
  unsent = $state.raw<Unsent | null>(null);
  /** One after the other: each is made on what the one before left. */
  #before: Promise<unknown> = Promise.resolve();

  readonly taken: Taken;

  constructor(id: string, stretch: ImportStretch, taken: Taken) {
    this.taken = taken;
    this.#api = `/api/text-imports/${id}`;
    this.stretch = stretch;
    this.#stand(stretch.rows[0], 0, null);
  }

  get row(): ImportRowOfText | undefined {
    return this.stretch.rows.find(({ n }) => n === this.place.row);
  }

  get unit(): ImportUnit | undefined {
    return this.row?.sides[this.place.side]?.find(({ id }) => id === this.place.unit);
  }

  choose(place: Place): void {
    this.place = place;
  }

  /** Work that begins when what is under way has ended. */
  then(work: () => Promise<void> | void): Promise<void> {
    const next = this.#before.then(work);
    this.#before = next.catch(() => undefined);
    return next;
  }

  /** Rows from another one on. `place` says where in them to stand. */
  async load(from: number, row: number): Promise<boolean> {
    const answer = await fetch(`${this.#api}/rows?from=${String(from)}`).catch(() => null);
    if (answer?.ok !== true) {
      this.said = m.problem_temporarily_unavailable();
      return false;
    }
    this.stretch = ((await answer.json()) as TextImportDesk).stretch;
    const there = this.stretch.rows.find(({ n }) => n === row) ?? this.stretch.rows[0];
    this.#stand(there, this.place.side, null);
    return true;
  }

  /** A row of the stretch, or of one that is loaded for it. */
  async goTo(row: number): Promise<void> {
    const { from, rows, total } = this.stretch;
    if (row < 0 || row >= total) return;
    const there = rows.find(({ n }) => n === row);
    if (there !== undefined) this.#stand(there, this.place.side, null);
    else await this.load(row < from ? Math.max(0, row - rows.length + 1) : row, row);
  }

  /** The sentence before or after in this language, or the same place in the next row. */
  async step(by: 1 | -1): Promise<void> {
    const units = this.row?.sides[this.place.side] ?? [];
    const at = units.findIndex(({ id }) => id === this.place.unit);
    const beside = at < 0 ? undefined : units[at + by];
    if (beside !== undefined) {
      this.place = { ...this.place, unit: beside.id };
      return;
    }
    await this.goTo(this.place.row + by);
    const there = this.row?.sides[this.place.side] ?? [];
    const last = by === -1 ? there.at(-1) : undefined;
    if (last !== undefined) this.place = { ...this.place, unit: last.id };
  }

  turn(side: number): void {
    if (side < (this.row?.sides.length ?? 0)) this.#stand(this.row, side, null);
  }

  doubt(by: 1 | -1): Promise<void> {
    const { rows, doubtAfter, doubtBefore } = this.stretch;
    const isDoubtful = ({ doubt, checked, sides }: ImportRowOfText): boolean =>
      !checked && (doubt !== null || sides.flat().some(({ notes }) => notes.length > 0));
    const here =
      by === 1
        ? rows.find((row) => row.n > this.place.row && isDoubtful(row))
        : rows.findLast((row) => row.n < this.place.row && isDoubtful(row));
    const to = here?.n ?? (by === 1 ? doubtAfter : doubtBefore);
    if (to !== null) return this.goTo(to);
    this.said = this.stretch.doubtful === 0 ? m.bring_desk_no_doubts() : m.bring_desk_no_further();
    return Promise.resolve();
  }

  correct(says: () => string, ...corrections: readonly ImportCorrection[]): Promise<void> {
    return this.#send({ path: 'corrections', corrections, says });
  }

  undo(): Promise<void> {
    return this.#send({ path: 'undo', corrections: [], says: m.bring_said_undo });
  }

  async resend(): Promise<void> {
    const unsent = this.unsent;
    this.unsent = null;
    if (unsent !== null) await this.#send(unsent);
  }

  giveUp(): void {
    this.unsent = null;
    this.said = '';
  }

  async #send(made: Unsent): Promise<void> {
    if (this.unsent !== null) {
      this.said = m.bring_desk_wait();
      return;
    }
    const { version, from } = this.stretch;
    const { path, corrections } = made;
    this.saving = true;
    const answer = await post(`${this.#api}/${path}`, {
      ...{ version, from },
      ...(path === 'undo' ? {} : { corrections }),
    }).catch(() => null);
    this.saving = false;
    if (answer?.ok === true) {
      this.#take((await answer.json()) as ImportStretch);
      this.said = [made.says(), this.#doubts()].join(' ');
    } else await this.#refused(answer, made);
  }

  async #refused(answer: Response | null, made: Unsent): Promise<void> {
    const problem = (await answer?.json().catch(() => null)) as Problem | null | undefined;
    if (problem?.code === 'text-import-stale') {
      await this.load(this.stretch.from, this.place.row);
      this.said = m.bring_desk_stale();
    } else if (problem?.code === 'correction-unfit') this.said = m.bring_desk_unfit();
    else {
      this.unsent = made;
      this.said = m.bring_desk_unsaved({ what: made.says() });
    }
  }

  #doubts(): string {
    const { doubtful } = this.stretch;
    if (doubtful === 1) return m.bring_desk_one_doubt();
    return doubtful === 0 ? m.bring_desk_no_doubts() : m.bring_desk_doubts({ n: doubtful });
  }

  /** Rows as they are now; one stands where one stood, as far as that is there. */
  #take(stretch: ImportStretch): void {
    const { row, side, unit } = this.place;
    this.stretch = stretch;
    const holds = (each: ImportRowOfText): boolean =>
      each.sides[side]?.some(({ id }) => id === unit) === true;
    const there = stretch.rows.find(holds);
    if (there !== undefined) this.#stand(there, side, unit);
    else this.#stand(stretch.rows.find(({ n }) => n === row) ?? stretch.rows.at(-1), side, null);
  }

  #stand(row: ImportRowOfText | undefined, side: number, unit: number | null): void {
    if (row === undefined) return;
    const units = row.sides[side] ?? [];
    const there = units.find(({ id }) => id === unit) ?? units[0];
    this.place = { row: row.n, side, unit: there?.id ?? null };
  }
}
