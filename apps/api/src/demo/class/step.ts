import type { AssignmentForm, Pointing } from '@glossator/contract';
import type { NoteKind } from '@glossator/domain';
import type { Role } from '../cast.ts';

/** An assignment whose times are days from when it is set: from the first moment of one to the last of another. */
export interface Plan extends Omit<AssignmentForm, 'opens' | 'due' | 'closes'> {
  readonly opens: number;
  readonly due: number;
  readonly closes: number;
}

interface Said {
  readonly by: Role;
  readonly body: string;
  readonly kind?: NoteKind;
  readonly pointing?: Pointing;
  readonly name?: string;
}

/** One thing somebody does in the class. `name` and `note`: what a note is called here. */
export type ClassStep =
  | {
      readonly does: 'assign';
      readonly name: string;
      readonly plan: Plan;
      readonly draft?: boolean;
    }
  | { readonly does: 'pass'; readonly days: number }
  | (Said & { readonly does: 'write'; readonly in: string; readonly at: string })
  /** Between a student and the staff: a question, or feedback on one note. */
  | (Said & {
      readonly does: 'confide';
      readonly in: string;
      readonly at: string;
      readonly note?: string;
    })
  | (Said & { readonly does: 'answer'; readonly note: string })
  | {
      readonly does: 'extend';
      readonly by: Role;
      readonly in: string;
      readonly whom: Role;
      readonly days: number;
    };

/** Somebody writes a note on a clause of one assignment. */
export const writesIn = (title: string) => (by: Role, at: string, body: string, name?: string) =>
  ({
    does: 'write',
    in: title,
    by,
    at,
    body,
    ...(name === undefined ? {} : { name }),
  }) as const satisfies ClassStep;
