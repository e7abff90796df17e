import { editorDecisions, type DecisionLetters } from '@glossator/contract';

/** The forms of the page of a review whose mail is read before it is sent. */
export const lettered = ['review', 'undo', ...editorDecisions] as const;
export type Lettered = (typeof lettered)[number];

export const asLettered = (kind: string): Lettered | undefined =>
  lettered.find((each) => each === kind);

/** What is typed before a mail is read; all of it goes back into the form. */
export type LetterValues = Readonly<
  Record<'kind' | 'seen' | 'undo' | 'names' | 'dueOn' | 'reason' | 'message', string>
>;
export const letterFields = [
  ...['kind', 'seen', 'undo', 'names'],
  ...['dueOn', 'reason', 'message'],
] as readonly (keyof LetterValues)[];

export interface LetterPreview {
  readonly form: string;
  readonly kind: Lettered;
  readonly values: LetterValues;
  readonly letters: DecisionLetters['items'];
}

/** The form of the page that a decision belongs to. */
export const formOf = (kind: string): string =>
  kind === 'review' || kind === 'undo' ? kind : 'decide';
