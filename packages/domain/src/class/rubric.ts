export interface RubricLevel {
  readonly words: string;
  /** Hundredths of a point. */
  readonly hundredths: number;
}
export interface RubricCriterion {
  readonly title: string;
  readonly levels: readonly RubricLevel[];
}
export type Rubric = readonly RubricCriterion[];

/** A criterion as it was when somebody was judged by it; `chosen` is the place of a level, or null. */
export interface JudgedCriterion extends RubricCriterion {
  readonly chosen: number | null;
}

export interface RubricScore {
  readonly criteria: readonly JudgedCriterion[];
  readonly hundredths: number;
  /** What the best level of each would give. */
  readonly of: number;
}

export const rubricBounds = { criteria: 20, levels: 10, points: 1_000 } as const;

export const rubricErrors = [
  'no-criterion',
  'criterion-untitled',
  'levels-few',
  'points-outside',
] as const;
export type RubricError = (typeof rubricErrors)[number];

/** What is wrong with a rubric, or null: each criterion has a title and a choice of levels. */
export function rubricError(rubric: Rubric): RubricError | null {
  if (rubric.length === 0 || rubric.length > rubricBounds.criteria) return 'no-criterion';
  if (rubric.some(({ title }) => title.trim() === '')) return 'criterion-untitled';
  if (rubric.some(({ levels }) => levels.length < 2 || levels.length > rubricBounds.levels))
    return 'levels-few';
  const isPoints = ({ hundredths }: RubricLevel): boolean =>
    Number.isInteger(hundredths) && hundredths >= 0 && hundredths <= rubricBounds.points * 100;
  return rubric.every(({ levels }) => levels.every(isPoints)) ? null : 'points-outside';
}

/** A copy of the rubric, judged: what is changed in the rubric later is not changed in it. */
export const judgeBy = (
  rubric: Rubric,
  chosen: readonly (number | null)[],
): readonly JudgedCriterion[] =>
  rubric.map(({ title, levels }, n) => {
    const level = chosen[n] ?? null;
    return { title, levels, chosen: level !== null && level in levels ? level : null };
  });

export function rubricScore(criteria: readonly JudgedCriterion[]): RubricScore {
  const best = criteria.map(({ levels }) => Math.max(0, ...levels.map((each) => each.hundredths)));
  const given = criteria.map(({ levels, chosen }) =>
    chosen === null ? 0 : (levels[chosen]?.hundredths ?? 0),
  );
  return { criteria, hundredths: sum(given), of: sum(best) };
}

export const isJudged = ({ criteria }: Pick<RubricScore, 'criteria'>): boolean =>
  criteria.every(({ chosen }) => chosen !== null);

/** Whether a copy is of the rubric as it is today. */
export const isOfRubric = (criteria: readonly JudgedCriterion[], rubric: Rubric): boolean =>
  criteria.length === rubric.length &&
  criteria.every(({ title, levels }, n) => {
    const now = rubric[n];
    return (
      now?.title === title &&
      now.levels.length === levels.length &&
      levels.every(
        (level, k) =>
          now.levels[k]?.words === level.words && now.levels[k].hundredths === level.hundredths,
      )
    );
  });

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
