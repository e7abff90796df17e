/* What stands around a text that is read in an assignment; whoever reads without a class needs none of it. */
export { default as AssignmentBar } from './AssignmentBar.svelte';
export { default as AssignmentGate } from './AssignmentGate.svelte';
