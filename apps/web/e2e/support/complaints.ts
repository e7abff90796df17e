import type { BrowserContext } from 'playwright-core';

// Chromium reports every refused form as a failed resource: the page itself says why.
const refusedForm = /^Failed to load resource: the server responded with a status of 4\d\d/;
// What is asked of a server that is away, and what it was about to say.
const unreached = [
  /^Failed to load resource: net::ERR_(CONNECTION_(REFUSED|RESET)|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/,
  // A form that was not taken: Kit says so before the form does.
  /^TypeError: Failed to fetch\b/,
];
const isFile = (url: string) => /\.\w{2,5}$/.test(new URL(url).pathname);

/** What the browser complained of: errors in the console, uncaught exceptions, blocked content. */
export function collectComplaints(context: BrowserContext, outage: boolean): readonly string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    const { url } = message.location();
    if (message.type() !== 'error') return;
    if (refusedForm.test(message.text()) && !isFile(url)) return;
    if (outage && unreached.some((each) => each.test(message.text()))) return;
    complaints.push(`${message.text()} (${message.page()?.url() ?? url})`);
  });
  context.on('weberror', (error) => {
    complaints.push(String(error.error().stack ?? error.error()));
  });
  return complaints;
}
