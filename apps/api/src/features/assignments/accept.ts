import { limits, type AssignmentForm } from '@glossator/contract';
import { timesError, type GateRule, type Promised, type TimesError } from '@glossator/domain';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { isSupplement } from '../works/service.ts';
import type { LoadedWork } from '../works/text-store.ts';
import { chooseClauses, type ChosenRange } from './clauses.ts';

/** An assignment as it is stored. */
export interface Accepted extends Promised {
  readonly title: string;
  readonly question: string;
  readonly workId: number;
  readonly languages: readonly string[];
  readonly ranges: readonly ChosenRange[];
}

const earliest = '2000-01-01T00:00:00.000000Z';
const latest = '2100-01-01T00:00:00.000000Z';

/** A moment as the database writes it, whatever the offset it came with. */
export function acceptMoment(text: string): string {
  const time = Date.parse(text);
  const moment = Number.isNaN(time) ? '' : `${new Date(time).toISOString().slice(0, -1)}000Z`;
  if (moment < earliest || moment > latest || moment.startsWith('+') || moment.startsWith('-'))
    throw new Refusal('time-outside', 'A moment is between 2000 and 2100.');
  return moment;
}

const orNull = (text: string | null): string | null => (text === null ? null : acceptMoment(text));

const sentences: Readonly<Record<TimesError, string>> = {
  'due-before-open': 'It would be due before it opens.',
  'close-before-due': 'It would close before it is due.',
  'close-before-open': 'It would close before it opens.',
};

function acceptTimes({ opens, due, closes }: Pick<AssignmentForm, 'opens' | 'due' | 'closes'>) {
  const times = {
    opensAt: acceptMoment(opens),
    dueAt: orNull(due),
    closesAt: orNull(closes),
  };
  const wrong = timesError(times);
  if (wrong !== null) throw new Refusal(wrong, sentences[wrong]);
  return times;
}

function acceptGate(gate: AssignmentForm['gate']): GateRule {
  return gate.kind === 'time' ? { kind: 'time', at: acceptMoment(gate.at) } : gate;
}

/** Those that it has already stay, whatever became of their editions. */
function acceptLanguages(
  work: LoadedWork,
  languages: readonly string[],
  known: readonly string[],
): readonly string[] {
  const readable = new Set(
    // Whoever is in a class is signed in.
    work.editions
      .filter((each) => each.access !== 'withheld' && !isSupplement(each))
      .map(({ lang }) => lang),
  );
  const unknown = languages.find((lang) => !readable.has(lang) && !known.includes(lang));
  if (unknown !== undefined)
    throw new Refusal('language-unknown', `The work has no edition in ${unknown} to be read.`);
  return [...new Set(languages)];
}

export function acceptAssignment(
  work: LoadedWork,
  form: AssignmentForm,
  known: readonly string[] = [],
): Accepted {
  const { byGroups, leastLength, notes, replies, per, coverage, how, late, points, names } = form;
  const question = form.question.trim();
  return {
    title: acceptText(form.title.trim(), { field: 'The title', max: limits.assignmentTitle }),
    question:
      question === ''
        ? ''
        : acceptText(question, { field: 'The question', max: limits.noteLength }),
    work: work.head.slug,
    workId: work.id,
    languages: acceptLanguages(work, form.languages, known),
    ...chooseClauses(work.structure, form.ranges),
    ...acceptTimes(form),
    gate: acceptGate(form.gate),
    ...{ byGroups, leastLength, notes, replies, per, coverage, how, late, points, names },
  };
}
