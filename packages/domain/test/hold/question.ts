import {
  compileWords,
  holdDefaults,
  judge,
  type HoldQuestion,
  type HoldSettings,
  type PhaseName,
} from '../../src/index.ts';

export const clean = 'Paragraph four leaves open who decides, and by which measure.';

export interface Asked extends Partial<Omit<HoldQuestion, 'author' | 'settings'>> {
  readonly author?: Partial<HoldQuestion['author']>;
  readonly settings?: Partial<HoldSettings>;
}

/** A question about a clean new note of a trusted author, but for what is given. */
export const ask = ({ author, settings, ...rest }: Asked = {}): HoldQuestion => ({
  body: clean,
  isEdit: rest.previousBody !== undefined && rest.previousBody !== null,
  previousBody: null,
  isStaff: false,
  words: compileWords([]),
  sameText: 'none',
  ...rest,
  settings: { ...holdDefaults, ...settings },
  author: { approved: 3, alwaysHeld: false, recentDecided: 0, recentRefused: 0, ...author },
});

export const heldBy = (asked?: Asked): readonly PhaseName[] =>
  judge(ask(asked)).map(({ phase }) => phase);
