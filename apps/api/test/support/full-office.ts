import { randomUUID } from 'node:crypto';
import type { CaseView, SanctionRecord } from '@glossator/contract';
import { holdDefaults } from '@glossator/domain';
import { expect } from 'vitest';
import { marks, type World } from './full-world.ts';
import { decideOn, openCases } from './moderation.ts';
import { hideForm, rootOf, startThread } from './notes.ts';
import { give } from './sanctions.ts';
import { giveLook, oneLook } from './second-looks.ts';

const { own, office, others } = marks;

/** What moderators do to her as a person. */
export async function isJudged({ site, zelda, otto, uma, ask }: World) {
  const warning = await give(site, otto, zelda, {
    ...{ kind: 'warning', words: 'Mind the tone.', days: null },
  });
  await ask(zelda, 'POST', `/sanctions/${warning.id}/reading`);
  await ask(zelda, 'POST', `/sanctions/${warning.id}/objection`, { words: `${own} objects` });
  await ask(uma, 'POST', `/moderation/objections/${warning.id}/decision`, {
    ...{ action: 'uphold', words: 'We looked again.' },
  });
  const mute = await give(site, otto, zelda);
  await ask(otto, 'POST', `/moderation/sanctions/${mute.id}/lifting`, { words: 'It is over.' });
  await ask(otto, 'POST', `/moderation/people/${zelda.id}/notes`, {
    ...{ words: `${others} remarks on ${own}`, key: randomUUID() },
  });
  await site.owner.query('insert into always_held (person_id, given_by) values ($1, $2)', [
    zelda.id,
    otto.id,
  ]);
}

/** What she does as one of them. */
export async function judges({ site, zelda, otto, uma, ned, ask }: World) {
  await site.owner.query('insert into site_role values ($1, $2)', [zelda.id, 'administrator']);
  await site.owner.query('insert into moderator (person_id) values ($1)', [zelda.id]);
  await ask(zelda, 'POST', '/editions/en-glossator/signature', { version: '1.0.0', name: own });
  await site.owner.query('insert into moderator (person_id, granted_by) values ($1, $2)', [
    uma.id,
    zelda.id,
  ]);
  const held = async (at: string, text: string) => {
    const note = rootOf(await startThread(site, ned, at, { body: `${others} ${text}` }));
    const found = (await openCases(site, zelda)).find((each) => each.note.id === note.id);
    if (found === undefined) throw new Error('no case');
    return found;
  };
  const verdict = { action: 'return', reason: 'unclear', words: `${office} asks for more` };
  expect((await decideOn(site, zelda, await held('1.1.2.1', 'waits'), verdict)).statusCode).toBe(
    200,
  );
  const undone = await decideOn(site, zelda, await held('1.1.2.2', 'waits too'), verdict);
  const { decision } = undone.json<CaseView>();
  await ask(zelda, 'POST', `/moderation/decisions/${decision?.id ?? ''}/undo`);
  const claimed = await held('1.1.2.3', 'waits as well');
  await ask(zelda, 'PUT', `/moderation/cases/${claimed.id}/claim`);
  const share = '/moderation/second-looks/shares/ncss-2016';
  await ask(zelda, 'PUT', share, { percent: 100 });
  await decideOn(site, uma, await held('1.1.2.1', 'waits for Uma'), { action: 'approve' });
  await site.owner.query('update decision set due_at = now() where actor_id = $1', [uma.id]);
  await giveLook(site, zelda, await oneLook(site, zelda), { action: 'approve' });
  await ask(zelda, 'PUT', share, { percent: 0 });
  await site.owner.query("update hold_rule set mode = 'publish'");
  const his = rootOf(await startThread(site, ned, '1.1.3.1', { body: `${others} is off topic` }));
  await site.owner.query('insert into site_role values ($1, $2)', [zelda.id, 'text-editor']);
  await ask(zelda, 'POST', '/editions/zh-cac/text-drafts');
  await ask(
    zelda,
    'POST',
    `/annotations/${his.id}/hide`,
    hideForm('off-topic', `${office} hides it`),
  );
  const warning = await give(site, zelda, ned, {
    ...{ kind: 'warning', words: `${office} warns`, days: null },
  });
  await ask(ned, 'POST', `/sanctions/${warning.id}/reading`);
  const mute: SanctionRecord = await give(site, otto, ned);
  await ask(ned, 'POST', `/sanctions/${mute.id}/objection`, { words: `${others} objects` });
  await ask(zelda, 'POST', `/moderation/objections/${mute.id}/decision`, {
    ...{ action: 'uphold', words: `${office} decides` },
  });
  await ask(zelda, 'POST', `/moderation/sanctions/${mute.id}/lifting`, {
    words: `${office} lifts`,
  });
  await ask(zelda, 'POST', `/moderation/people/${ned.id}/notes`, {
    ...{ words: `${office} remarks on ${others}`, key: randomUUID() },
  });
  await site.owner.query('insert into always_held (person_id, given_by) values ($1, $2)', [
    ned.id,
    zelda.id,
  ]);
  await ask(zelda, 'POST', '/moderation/filters', { name: `${own} filter`, query: `at=${own}` });
  await ask(zelda, 'POST', '/moderation/replies', { name: `${own} reply`, words: `${own} says` });
  const days = { from: '2999-01-01', to: '2999-01-02' };
  await ask(zelda, 'POST', '/moderation/rota/absences', days);
  const rule = { ...holdDefaults, address: '4.9', version: 0 };
  await ask(zelda, 'PUT', '/moderation/rules/ncss-2016', rule);
  await ask(zelda, 'POST', '/moderation/word-lists', {
    ...{ work: 'ncss-2016', name: `${office} list`, pasted: 'casino', isTold: true },
    holdsInPublish: false,
  });
  await ask(zelda, 'POST', '/invitations');
}
