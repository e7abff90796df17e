import { createContext } from 'svelte';
import type * as NoteForms from './note-forms.ts';

/** The forms of notes, for those who may write. */
export type Forms = typeof NoteForms;

export const [formsContext, provideForms] = createContext<() => Forms | null>();
