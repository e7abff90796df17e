/** What the author of a note says after the text under it changed; `passed`: a later version asks anew. */
export const fateAnswers = ['none', 'stands', 'revised', 'accepted', 'kept', 'passed'] as const;
export type FateAnswer = (typeof fateAnswers)[number];
