/** Milliseconds: well within the silence after which a writer is forgotten. */
const interval = 4_000;
let lastTold = -Infinity;

/** Tells those who see a thread that an answer is being written; often called, seldom sent. */
export function tellWriting(annotation: string): void {
  const now = performance.now();
  if (now - lastTold < interval) return;
  lastTold = now;
  // Nobody waits for it, and it is not missed where it fails.
  void fetch('/api/live/writing', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ annotation }),
  }).catch(() => undefined);
}
