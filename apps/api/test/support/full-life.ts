import { randomUUID } from 'node:crypto';
import type { AnnotationView, CaseView } from '@glossator/contract';
import { expect } from 'vitest';
import { member } from './accounts.ts';
import { annotation, pinned, programOf, quote } from './annotations.ts';
import type { Person, TestApp } from './app.ts';
import { fanOutNow, gatherNow, wishMail } from './mail.ts';
import { decideOn, openCases } from './moderation.ts';
import { comments } from './full-commentary.ts';
import { learns } from './full-course.ts';
import { isJudged, judges } from './full-office.ts';
import { brings } from './full-shelf.ts';
import { marks, untoldWords, type Ask, type World } from './full-world.ts';
import { replyTo, rootOf, seen, startThread } from './notes.ts';

const { own, others, listed, name, address } = marks;

export interface FullLife {
  readonly zelda: Person;
  readonly otto: Person;
  /** A public note of hers that others answered. */
  readonly answered: string;
  readonly notebook: string;
  readonly deleted: string;
  readonly refusedUntold: string;
  readonly kept: string;
}

/**
 * Somebody who has done all that can be done here, among people who did things to them: every table
 * that can hold something of a person does.
 */
export async function fullLife(site: TestApp): Promise<FullLife> {
  const zelda = await member(site, `${address}@x.org`, `Zelda ${name}`);
  const people = {
    otto: await member(site, `${others}@x.org`, `Otto ${others}`),
    uma: await member(site, `uma-${others}@x.org`, `Uma ${others}`),
    ned: await member(site, `ned-${others}@x.org`, `Ned ${others}`),
  };
  for (const { id } of [people.otto, people.uma])
    await site.owner.query('insert into site_role values ($1, $2)', [id, 'administrator']);
  const world: World = { site, zelda, ...people, ask: asker(site) };
  const written = await writes(world);
  const waited = await waits(world, written.kept);
  await isJudged(world);
  await judges(world);
  await learns(world);
  await comments(world);
  await textChanges(world);
  await brings(world);
  return { zelda, otto: people.otto, ...written, ...waited };
}

/** Texts under her notes were released anew, and she was told. */
async function textChanges({ site, zelda }: World): Promise<void> {
  await site.owner.query(
    `insert into thread_fate (thread_id, version_id, base_id, outcome, reason, from_uid, to_uid)
     select id, 1, 1, 'marked', 'text-changed', from_uid, to_uid from thread where author_id = $1`,
    [zelda.id],
  );
  await site.owner.query(
    `insert into release_news (person_id, version_id, cause, about) values ($1, 1, 'work', '')`,
    [zelda.id],
  );
  await site.owner.query('insert into text_news (person_id, version_id) values ($1, 1)', [
    zelda.id,
  ]);
}

const asker =
  (site: TestApp): Ask =>
  async (who, method, url, payload) => {
    const answer = await site.as(who, method, url, payload);
    expect([200, 201, 202, 204], `${method} ${url}: ${answer.body}`).toContain(answer.statusCode);
  };

const edition = (body: string, version: number) => ({ body, version, seen, tags: [own] });

async function writes({ site, zelda, otto, ask }: World) {
  await wishMail(site, zelda, 'daily');
  const at = (address: string, text: string, more = {}) =>
    startThread(site, zelda, address, { body: `${own} ${text}`, tags: [own], ...more });
  const root = rootOf(await at('4.3.1.2', 'begins a thread'));
  const answer = await replyTo(site, otto, root.id, `${others} answers @${zelda.handle}`);
  await replyTo(site, zelda, answer.id, `${own} answers back`);
  await ask(zelda, 'PUT', `/annotations/${root.id}`, edition(`${own} begins it anew`, 1));
  const gone = await replyTo(site, zelda, answer.id, `${own} thinks better of it`);
  await ask(zelda, 'DELETE', `/annotations/${gone.id}`);
  const book = rootOf(await at('4.1.1.1', 'keeps this private', { layer: 'notebook' }));
  await ask(zelda, 'POST', `/annotations/${book.id}/copies`, {
    ...{ layer: 'notebook', key: randomUUID() },
  });
  const program = await programOf(site, zelda);
  const body = { type: 'TextualBody', value: `${own} by program`, format: 'text/plain' };
  await program.add(
    annotation({
      body,
      target: { source: pinned('3.2.1.3'), selector: quote },
      rights: `https://${own}.example/rights`,
    }),
    { slug: `${own}-name` },
  );
  const his = rootOf(await startThread(site, otto, '4.2.1.1', { body: `${others} states it` }));
  await ask(zelda, 'PUT', `/annotations/${his.id}/useful`);
  await ask(otto, 'PUT', `/annotations/${root.id}/useful`);
  await ask(zelda, 'PUT', `/annotations/${his.id}/flag`, {
    ...{ reason: 'unlawful', words: `${own} reports`, law: `${own} act`, territory: own },
    goodFaith: true,
  });
  const report = { reason: 'abusive', words: `${others} reports` };
  await ask(otto, 'PUT', `/annotations/${root.id}/flag`, report);
  const kept = rootOf(await at('4.4.1.1', 'stays though it was reported'));
  await ask(otto, 'PUT', `/annotations/${kept.id}/flag`, report);
  await ask(zelda, 'PUT', '/drafts/new:ncss-2016:4.3.1.2', {
    ...{ body: `${own} drafts`, layer: 'public', tags: own },
  });
  await ask(zelda, 'POST', '/imports', {
    ...{ work: 'ncss-2016', fileName: `${own}.json`, text: foreignFile },
  });
  await ask(zelda, 'POST', '/text-imports', {
    title: `${own} act`,
    sources: [{ lang: 'en', text: `Article 1. ${own} may write.\n`, fileName: '', file: '' }],
  });
  await site.owner.query(
    `insert into text_import_correction (import_id, n, body, undo)
     select id, 1, jsonb_build_object('do', $2::text), '{}' from text_import where owner_id = $1`,
    [zelda.id, own],
  );
  await site.owner.query(
    `insert into import_source (annotation_id, person_id, source, foreign_id, author, written)
     values ($1, $2, 'w3c', $3, $3, '')`,
    [root.id, zelda.id, own],
  );
  await ask(zelda, 'POST', '/accounts/reset-request', { email: zelda.email });
  await site.owner.query(
    `insert into registration (id, token_hash, name, email, email_key, password_hash, locale, expires_at)
     values (gen_random_uuid(), '\\x01', $1, upper($2), $2, '', 'en', now() + interval '1 day')`,
    [zelda.name, zelda.email],
  );
  // What otto is told of hers, by mail, and she of his.
  await wishMail(site, otto, 'soon');
  await gatherNow(site);
  await replyTo(site, otto, root.id, `${others} has one more thing to say`);
  await fanOutNow(site);
  return { answered: root.id, notebook: book.id, deleted: gone.id, kept: kept.id };
}

const foreignFile = JSON.stringify({
  total: 1,
  rows: [
    {
      id: own,
      text: `${own} elsewhere`,
      tags: [own],
      target: [{ selector: [{ type: 'FragmentSelector', value: 's-00000000' }] }],
    },
  ],
});

async function waits({ site, zelda, otto, uma, ask }: World, kept: string) {
  const word = (name: string, words: string[], isTold: boolean) =>
    ask(uma, 'POST', '/moderation/word-lists', {
      ...{ work: 'ncss-2016', name, pasted: words.join('\n'), isTold, holdsInPublish: false },
    });
  await word(`${others} list`, [listed], false);
  const public_ = rootOf(await startThread(site, zelda, '4.5.1.1', { body: `${own} stands` }));
  await site.owner.query("update hold_rule set mode = 'hold-all'");
  const held = async (at: string, text: string): Promise<AnnotationView> =>
    rootOf(await startThread(site, zelda, at, { body: `${own} ${listed} ${text}`, tags: [own] }));
  const caseOf = async (id: string, kind?: 'appeal' | 'flagged'): Promise<CaseView> => {
    const found = (await openCases(site, uma, kind)).find(({ note }) => note.id === id);
    if (found === undefined) throw new Error('no case');
    return found;
  };
  const decided = async (
    id: string,
    more: Record<string, unknown>,
    kind?: 'appeal' | 'flagged',
  ) => {
    const answer = await decideOn(
      site,
      kind === 'appeal' ? uma : otto,
      await caseOf(id, kind),
      more,
    );
    expect(answer.statusCode, answer.body).toBe(200);
  };
  const tell = () =>
    site.owner.query('update decision set told_at = now(), due_at = now() where told_at is null');

  await held('4.6.1.1', 'waits on');
  const returned = await held('4.7.1.1', 'comes back');
  await decided(returned.id, { action: 'return', reason: 'unclear', words: 'Say what it means.' });
  const refused = await held('4.8.1.1', 'is refused');
  await decided(refused.id, { action: 'refuse', reason: 'off-topic', words: 'Another subject.' });
  const approved = await held('1.1.1.1', 'is let in');
  await decided(approved.id, { action: 'approve' });
  await decided(kept, { action: 'keep' }, 'flagged');
  await tell();
  const { rows } = await site.owner.query<{ id: string }>(
    'select id from decision where annotation_id = $1',
    [refused.id],
  );
  await ask(zelda, 'POST', `/annotations/${refused.id}/appeal`, {
    ...{ decision: rows[0]?.id, words: `${own} appeals` },
  });
  await decided(
    refused.id,
    { action: 'uphold', reason: 'off-topic', words: 'It stays refused.' },
    'appeal',
  );
  await tell();
  const secret = await held('1.1.4.1', 'does not know yet');
  await decided(secret.id, { action: 'refuse', reason: 'unclear', words: untoldWords });
  await ask(zelda, 'PUT', `/annotations/${public_.id}`, edition(`${own} stands otherwise`, 1));
  await ask(zelda, 'PUT', `/annotations/${approved.id}`, edition(`${own} is let in twice`, 1));
  return { refusedUntold: secret.id };
}
