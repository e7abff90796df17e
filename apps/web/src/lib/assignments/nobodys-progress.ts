import type { AssignmentMine, AssignmentView } from '@glossator/contract';
import { countScore, type ScorePart } from '@glossator/domain';

/** How far a student is who has written nothing and been given nothing: what the staff sees as one. */
export function nobodysProgress(view: AssignmentView, now: string): AssignmentMine {
  const { gate, clauses } = view;
  const times = { opensAt: view.opens, dueAt: view.due, closesAt: view.closes };
  const { lines } = countScore(
    view,
    clauses.map(({ uid }) => uid),
    [],
    times,
  );
  const part = (which: ScorePart) => ({
    needed: lines.reduce((sum, line) => sum + (line.part === which ? line.needed : 0), 0),
    done: 0,
  });
  const has = (moment: string): boolean => Date.parse(now) >= Date.parse(moment);
  const open = (): AssignmentMine['clauses'][number]['open'] => {
    if (!has(view.opens)) return null;
    if (gate.kind === 'none') return { cause: 'none', at: view.opens };
    return gate.kind === 'time' && has(gate.at) ? { cause: 'time', at: gate.at } : null;
  };
  return {
    times: { opens: view.opens, due: view.due, closes: view.closes },
    isExtended: false,
    notes: part('notes'),
    replies: part('replies'),
    coverage: part('coverage'),
    pseudonym: null,
    clauses: clauses.map(({ uid, path }) => ({
      uid,
      path,
      written: 0,
      opensBy: 'notes' in gate ? gate.notes : null,
      open: open(),
    })),
    leftOut: [],
  };
}
