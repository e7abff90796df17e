import { execFile } from 'node:child_process';
import path from 'node:path';
import type { CaseView } from '@glossator/contract';
import type { CaseAction, RefusalReason } from '@glossator/domain';
import { afterAll, beforeAll, expect } from 'vitest';
import { askOwner } from '../../standalone/src/check/ask-owner.ts';
import { root } from '../../standalone/src/config.ts';
import ledger from '../messages/en/ledger.json' with { type: 'json' };
import reasonWords from '../messages/en/moderation.json' with { type: 'json' };
import queue from '../messages/en/queue.json' with { type: 'json' };
import transparency from '../messages/en/transparency.json' with { type: 'json' };
import { crowd } from './support/crowd.ts';
import { moderatorAt, type Choice, type Choose, type Moderator } from './support/desk.ts';
import { filling, mixed } from './support/full-queue.ts';
import { journey } from './support/journey.ts';
import { ownSite, type OwnSite } from './support/own-site.ts';
import { administrator, signUp } from './support/people.ts';
import { readLedger, readTable, tally } from './support/read-decisions.ts';
import { appoint } from './support/sanctions.ts';

let site: OwnSite;
beforeAll(async () => {
  site = await ownSite();
}, 120_000);
afterAll(() => site.remove());

const reasons = ['off-topic', 'unclear', 'repeated', 'misquotes', 'abusive'] as const;
const against = (action: 'return' | 'refuse' | 'hide' | 'uphold', n: number): Choice => ({
  action,
  reason: reasons[n % reasons.length] ?? 'other',
  words: `Read number ${String(n)}: see the reason.`,
});

/** Two of three pass; each moderator begins at another place of the round. */
const choosing =
  (from: number): Choose =>
  (possible, n) => {
    const turn = n + from;
    if (possible.includes('keep'))
      return turn % 2 === 0 ? { action: 'keep' } : against('hide', turn);
    if (possible.includes('overturn'))
      return turn % 2 === 0 ? { action: 'overturn' } : against('uphold', turn);
    if (turn % 3 !== 0) return { action: 'approve' };
    return against(turn % 2 === 0 ? 'return' : 'refuse', turn);
  };
const refusing: Choose = (_possible, n) => against('refuse', n);

/** Two have one case open: the second is told whose it is, both decide, and one is told what the other did. */
async function race(first: Moderator, second: Moderator): Promise<void> {
  expect(await first.openFree('/moderation?kind=held')).toBe('open');
  await first.page
    .getByText(queue.queue_claim_mine.split('{')[0] ?? '')
    .first()
    .waitFor();
  const id = first.caseHere();
  await second.page.goto(`/moderation/${id}`);
  const warned = queue.queue_claim_warning.replace('{name}', first.name);
  await second.page.locator('#decide').getByText(warned).waitFor();
  for (const { page } of [first, second])
    await page.locator('#decide-words').fill('Begun: see the reason.');
  const [one, other] = await Promise.all([
    first.decide(against('refuse', 1)),
    second.decide(against('return', 2)),
  ]);
  expect([one, other].toSorted()).toEqual(['decided', 'lost']);
  const [winner, loser, action] =
    one === 'decided' ? [first, second, queue.queue_refuse] : [second, first, queue.queue_return];
  const told = loser.lost.at(-1)?.told ?? '';
  expect(told).toContain(`Decided: ${action} by ${winner.name}`);
  // What they had written is not lost.
  expect(await loser.page.getByLabel(queue.queue_unsent).inputValue()).toContain('see the reason');
  await loser.page.goto('/moderation');
}

/** The operator's command, on the running site. */
const verifyLog = (...given: string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const file = path.join(root, 'apps/standalone/src/verify-log.ts');
    const env = { PATH: process.env['PATH'], DATA_DIR: site.dataDir };
    execFile(process.execPath, [file, ...given], { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr });
    });
  });
/** Past the triggers, as only who owns the tables can. */
const behindItsBack = (text: string): Promise<void> =>
  askOwner(site.ownerUrl, `set session_replication_role = replica; ${text}`);

const actionWord = (action: CaseAction | 'undo'): string => ledger[`ledger_action_${action}`];
const reasonWord = (reason: RefusalReason | ''): string =>
  reason === ''
    ? ''
    : ((reasonWords as Record<string, string>)[`reason_${reason.replaceAll('-', '_')}`] ?? '');

journey(
  'three moderators empty a queue of three hundred; report and ledger tell what they did',
  { timeout: 600_000 },
  async ({ browser, open }) => {
    const staff = await administrator(browser, site);
    const three: Moderator[] = [];
    for (const name of ['Mo', 'Min', 'Max']) {
      const page = await open({ site });
      await appoint(staff, await signUp(page, name, site));
      three.push(moderatorAt(page, name));
    }
    const [mo, min, max] = three as [Moderator, Moderator, Moderator];

    const fill = filling(site, await crowd(site, staff, 24));
    const published = await fill.threads(mixed.edits);
    const noticed = await fill.threads(mixed.flagged);
    const deep = await fill.depths(published.slice(0, 8).map(({ note }) => note));
    await fill.hold('hold-all');
    const contested = await fill.threads(24);
    await Promise.all(three.map((each) => each.work(refusing, 8)));
    for (const { by, note } of contested) await fill.appeal(by, note.id);
    await fill.campaign(mixed.campaign);
    await fill.edits(published);
    await fill.flags(noticed);
    await fill.answers(deep, mixed.answers);
    await fill.threads(mixed.held);

    await staff.goto('/moderation');
    const { held, answers, edits, flagged, campaign } = mixed;
    const counts = queue.queue_counts
      .replace('{open}', '300')
      .replace('{held}', String(held + answers + campaign))
      .replace('{edit}', String(edits))
      .replace('{flagged}', String(flagged))
      .replace('{appeal}', '24');
    await staff.getByText(counts).waitFor();

    await race(mo, min);
    await race(min, max);
    await race(max, mo);
    await Promise.all(
      three.map(async (each, n) => {
        await each.page.goto('/moderation');
        await each.work(choosing(n), 20);
        // One thinks better of it, and the case is decided anew.
        await each.undo();
        await each.work(choosing(n));
      }),
    );

    await staff.goto('/moderation');
    await staff.getByText(queue.queue_none).waitFor();
    const made = three.flatMap(({ noted }) => noted);
    const standing = made.filter(({ undone }) => !undone);
    expect(new Set(standing.map(({ id }) => id)).size).toBe(standing.length);
    expect(standing).toHaveLength(324);

    // Each case ended as who decided it has noted: nobody's decision was lost or written over.
    for (const { name, noted } of three)
      for (const { id, action, undone } of noted) {
        if (undone) continue;
        const answer = await staff.request.get(`/api/moderation/cases/${id}`);
        const { decision } = (await answer.json()) as CaseView;
        expect([decision?.action, decision?.by.name]).toEqual([action, name]);
      }

    const visitor = await open({ site });
    const undone = made.filter((each) => each.undone);
    const rows = await readLedger(visitor);
    const said = ({ action, reason }: (typeof made)[number]) =>
      `${actionWord(action)}: ${reasonWord(reason)}`;
    expect(tally(rows.map((row) => row.said))).toEqual(
      tally([...made.map(said), ...undone.map(() => `${actionWord('undo')}: `)]),
    );
    expect(tally(rows.filter((row) => row.undone).map((row) => row.said))).toEqual(
      tally(undone.map(said)),
    );

    await visitor.goto('/transparency');
    await visitor
      .getByText(
        transparency.transparency_sum
          .replace('{count}', String(standing.length))
          .replace('{undone}', String(undone.length)),
      )
      .waitFor();
    const isAppeal = ({ action }: (typeof made)[number]) => /uphold|overturn/.test(action);
    const told = standing.filter((each) => !isAppeal(each));
    const actions = (of: typeof made) => tally(of.map(({ action }) => actionWord(action)));
    expect(await readTable(visitor, transparency.transparency_outcomes)).toEqual(actions(told));
    expect(await readTable(visitor, transparency.transparency_appeals)).toEqual(
      actions(standing.filter(isAppeal)),
    );
    expect(await readTable(visitor, transparency.transparency_reasons)).toEqual(
      tally(told.filter(({ reason }) => reason !== '').map(({ reason }) => reasonWord(reason))),
    );

    const head = (await visitor.locator('#ledger-head ~ code').innerText()).split('--head ')[1];
    const noted = ['--head', head ?? ''];
    expect(await verifyLog()).toMatchObject({ code: 0 });
    expect(await verifyLog(...noted)).toMatchObject({ code: 0 });
    const fails = async (told: string, ...given: string[]) => {
      const { code, said: sentence } = await verifyLog(...given);
      expect(code).toBe(1);
      expect(sentence).toContain(told);
    };
    // A refusal is made an approval; then the end is cut off, which a noted head alone tells.
    await behindItsBack(`update decision_log set action = 'approve' where seq = 5`);
    await fails('Row 5 was changed');
    await behindItsBack(`update decision_log set action = 'refuse' where seq = 5`);
    expect(await verifyLog(...noted)).toMatchObject({ code: 0 });
    await behindItsBack('delete from decision_log where seq = (select max(seq) from decision_log)');
    expect(await verifyLog()).toMatchObject({ code: 0 });
    await fails('The end is cut off', ...noted);
  },
);
