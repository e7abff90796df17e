import { createContext } from 'svelte';
import type { Chosen } from './chosen.svelte.ts';

export const [chosenCases, provideChosen] = createContext<Chosen>();
