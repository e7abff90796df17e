/*
 * What only those need who write. A page loads it before it is shown, on the server and in the
 * browser alike, so that the forms work without script and whoever only reads has less to fetch.
 */
export { default as ReaderBanner } from '#lib/sanctions/ReaderBanner.svelte';
export { default as EditForm } from './EditForm.svelte';
export { default as ExtendForm } from '../reader/ExtendForm.svelte';
export { default as MoreActs } from './MoreActs.svelte';
export { default as ReplyForm } from './ReplyForm.svelte';
export { default as RestoreForm } from './RestoreForm.svelte';
export { default as ReviewNote } from './ReviewNote.svelte';
export { default as Useful } from './Useful.svelte';
export { default as WriteForm } from './WriteForm.svelte';
export { nestAnswers } from './nest-answers.ts';
