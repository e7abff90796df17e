import { countScore, type CountRule, type StudentNote } from '@glossator/domain';

export interface CountExample {
  readonly clauses: number;
  readonly parts: Readonly<Record<'notes' | 'replies' | 'coverage', number>>;
  readonly needed: number;
  readonly taken: number;
  readonly hundredths: number;
}

const always = { opensAt: '', dueAt: null, closesAt: null };

/** An example is followed in one's head. */
const most = 5;

/** What an assignment asks for on so many clauses, and what somebody gets who has done most of it. */
export function countExample(rule: CountRule, many: number): CountExample {
  const clauses = Array.from({ length: Math.min(Math.max(many, 1), most) }, (_, n) => String(n));
  const { lines, needed } = countScore(rule, clauses, [], always);
  const sum = (part: keyof CountExample['parts']): number =>
    lines.reduce((all, line) => all + (line.part === part ? line.needed : 0), 0);
  const parts = { notes: sum('notes'), replies: sum('replies'), coverage: sum('coverage') };
  const notes = someWork(rule, clauses, Math.max(1, Math.floor(needed / 4)), needed);
  const done = countScore(rule, clauses, notes, always);
  return { clauses: clauses.length, parts, needed, taken: done.taken, hundredths: done.hundredths };
}

/** All that is asked for, of which so much has then been left undone. */
function someWork(
  rule: CountRule,
  clauses: readonly string[],
  missing: number,
  needed: number,
): StudentNote[] {
  const work: StudentNote[] = [];
  const add = (clause: string, isReply: boolean, many: number): void => {
    for (let n = 0; n < many; n += 1)
      work.push({
        id: String(work.length),
        authorId: '',
        isReply,
        clauses: [clause],
        length: rule.leastLength,
        writtenAt: '1',
        isWithdrawn: false,
      });
  };
  if (rule.per === 'clause')
    for (const clause of clauses) {
      add(clause, false, rule.notes);
      add(clause, true, rule.replies);
    }
  else {
    const covered = Math.min(Math.max(rule.coverage, 1), clauses.length);
    for (let n = 0; n < Math.max(rule.notes, rule.coverage); n += 1)
      add(clauses[n % covered] ?? '', false, 1);
    add(clauses[0] ?? '', true, rule.replies);
  }
  // What is taken grows with what is done.
  let [enough, limit] = [0, work.length];
  while (enough < limit) {
    const half = Math.ceil((enough + limit) / 2);
    const { taken } = countScore(rule, clauses, work.slice(0, half), always);
    if (taken > needed - missing) limit = half - 1;
    else enough = half;
  }
  return work.slice(0, enough);
}
