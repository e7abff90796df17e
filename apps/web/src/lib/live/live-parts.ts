/* What a reader hears while they read: fetched at once, when they have begun to. */
export { default as LiveNews } from './LiveNews.svelte';
export { LiveReading } from './live-reading.svelte.ts';
