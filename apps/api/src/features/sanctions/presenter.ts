import type { SanctionRecord, SanctionView } from '@glossator/contract';
import {
  sanctionRules,
  type Actor,
  type SanctionedPerson,
  type Sanctioning,
} from '@glossator/domain';
import type { SanctionRow } from './repository.ts';

export function presentSanction(row: SanctionRow): SanctionView {
  const { id, kind, work, reason, words, given, until, state, read } = row;
  return {
    ...{ id, kind, work, reason, words, given, until, state, read },
    titles: row.titles ?? {},
    lifted: row.lifted_at === null ? null : { at: row.lifted_at, words: row.lifted_words },
    objection: {
      state: row.objection,
      words: row.objected,
      stated: row.stated,
      answer: row.answer,
      open: row.objection === 'possible' && row.in_time && row.state !== 'lifted',
    },
  };
}

export const sanctioningOf = (row: SanctionRow, person: SanctionedPerson): Sanctioning => ({
  kind: row.kind,
  workId: row.work_id,
  person,
});

// A person who has left keeps a row without a name.
const nameOf = (name: string | null): string | null => (name === '' ? null : name);

export function presentRecord(
  row: SanctionRow,
  actor: Actor,
  person: SanctionedPerson,
): SanctionRecord {
  const about = sanctioningOf(row, person);
  const holds = row.state !== 'lifted' && row.state !== 'ended';
  return {
    ...presentSanction(row),
    givenBy: nameOf(row.giver),
    liftedBy: nameOf(row.lifter),
    decidedBy: nameOf(row.decider),
    hidden: row.hidden,
    abilities: {
      lift: holds && sanctionRules.lift(actor, about),
      hide: sanctionRules['hide-notes'](actor, about),
    },
  };
}
