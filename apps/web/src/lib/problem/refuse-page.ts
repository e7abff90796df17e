import { error } from '@sveltejs/kit';

/**
 * The error page of a page that is loaded in the browser too: the sentences for what went wrong are
 * fetched when something does.
 */
export async function refusePage(
  status: number,
  code: string,
  way?: App.Error['way'],
): Promise<never> {
  const { problemSentence } = await import('./sentence.ts');
  error(status, problemSentence(code), { code, ...(way === undefined ? {} : { way }) });
}
