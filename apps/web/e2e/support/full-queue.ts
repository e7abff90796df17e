import { randomUUID } from 'node:crypto';
import type { AnnotationView } from '@glossator/contract';
import { askOwner } from '../../../standalone/src/check/ask-owner.ts';
import type { Writer } from './crowd.ts';
import type { Site } from './site.ts';

const clauses = ['3.2.1.1', '3.2.1.3', '3.4.1.2', '3.4.1.3', '4.1.1.1', '4.3.1.2', '4.3.2.1'];
const seen = ['zh-cac:1.0.0', 'en-creemers:1.0.0'];
const vocabulary =
  'order trust border cable ledger harbour sovereign rule market signal treaty school archive river clock duty lantern measure paper quarrel record summer tariff union village wall winter yield zeal answer bridge copper debt engine forest garden honest island journey kernel letter mirror needle orchard pencil quiet ribbon saddle timber umbrella vessel window'.split(
    ' ',
  );

/** Words that are like no other, the same in every run: a multiplicative step through the vocabulary. */
function words(n: number): string {
  let state = n;
  const next = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return vocabulary[(state >>> 16) % vocabulary.length] ?? '';
  };
  return `Point ${String(n)}: ${Array.from({ length: 12 }, next).join(' ')}.`;
}

/** What a test is to decide on, by kind; together they are the queue. */
export const mixed = { held: 96, answers: 60, edits: 44, flagged: 40, campaign: 36 } as const;

/** Writes what fills a queue. One counter for all words, so that none are written twice. */
export function filling(site: Site, writers: readonly Writer[]) {
  let said = 0;
  const writer = (n: number): Writer => {
    const it = writers[n % writers.length];
    if (it === undefined) throw new Error('nobody writes');
    return it;
  };
  const each = <Made>(many: number, make: (n: number) => Promise<Made>): Promise<Made[]> =>
    Promise.all(Array.from({ length: many }, (_, n) => make(n)));

  async function thread(by: Writer, body = words((said += 1))): Promise<AnnotationView> {
    const { annotations } = await by.ask<{ annotations: AnnotationView[] }>('POST', '/threads', {
      work: 'ncss-2016',
      target: clauses[said % clauses.length],
      layer: 'public',
      kind: 'comment',
      tags: [],
      key: randomUUID(),
      body,
      seen,
    });
    const [root] = annotations;
    if (root === undefined) throw new Error('a thread without a note');
    return root;
  }
  const answer = (by: Writer, to: string): Promise<AnnotationView> =>
    by.ask('POST', `/annotations/${to}/replies`, {
      body: words((said += 1)),
      key: randomUUID(),
      seen,
    });

  return {
    writer,
    hold: (mode: 'publish' | 'hold-all') =>
      askOwner(site.ownerUrl, `update hold_rule set mode = '${mode}'`),
    /** Threads: public at once, or waiting. */
    threads: (many: number) =>
      each(many, async (n) => ({ by: writer(n), note: await thread(writer(n)) })),
    /** Answers to notes and to answers, at every depth there is. */
    answers: (to: readonly AnnotationView[], many: number) =>
      each(many, (n) => answer(writer(n + 5), to[n % to.length]?.id ?? '')),
    /** An answer that is public, and an answer to it, so that others can answer deeper. */
    async depths(to: readonly AnnotationView[]): Promise<AnnotationView[]> {
      const first = await each(to.length, (n) => answer(writer(n + 1), to[n]?.id ?? ''));
      const second = await each(to.length, (n) => answer(writer(n + 2), first[n]?.id ?? ''));
      return [...to, ...first, ...second];
    },
    edits: (of: readonly { by: Writer; note: AnnotationView }[]) =>
      each(of.length, (n) => {
        const it = of[n];
        if (it === undefined) throw new Error('no such note');
        return it.by.ask('PUT', `/annotations/${it.note.id}`, {
          body: `${words((said += 1))} Mended.`,
          kind: 'comment',
          tags: [],
          version: it.note.version,
          seen,
        });
      }),
    flags: (of: readonly { note: AnnotationView }[]) =>
      each(of.length, (n) =>
        // Never by its author: they write in turn, and this one comes later.
        writer(n + 7).ask('PUT', `/annotations/${of[n]?.note.id ?? ''}/flag`, {
          reason: 'off-topic',
          words: 'Not about this clause.',
        }),
      ),
    /** Nearly the same by many. The first two come one after the other: they found the group. */
    async campaign(many: number): Promise<void> {
      const body = (n: number) =>
        `Withdraw the whole of this clause at once, because nobody was asked before it was written, because it costs every village its own line and gives nothing back, and because the promise of two years ago was another one. Signed in our town, number ${String(n)}.`;
      await thread(writer(0), body(0));
      await thread(writer(1), body(1));
      await each(many - 2, (n) => thread(writer(n + 2), body(n + 2)));
    },
    appeal: async (by: Writer, note: string): Promise<void> => {
      const { review } = await by.ask<AnnotationView>('GET', `/annotations/${note}`);
      await by.ask('POST', `/annotations/${note}/appeal`, {
        decision: review?.appealable?.decision,
        words: 'Somebody else should read this once more.',
      });
    },
  };
}
