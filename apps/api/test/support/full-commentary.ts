import { expect } from 'vitest';
import {
  addPart,
  completeCommentary,
  entryOn,
  foundCommentary,
  joinCommentary,
  makeEditor,
} from './commentaries.ts';
import { marks, type World } from './full-world.ts';
import { marginForm } from './review-round.ts';
import { wordFile, words } from './word-files.ts';

const { own, others } = marks;

/** What she writes in a commentary of her own, and in one that somebody else leads; then she reviews. */
export async function comments(world: World): Promise<void> {
  const { site, zelda, otto } = world;
  const alone = await foundCommentary(site, zelda, { title: `${own} alone` });
  await addPart(site, zelda, alone, entryOn('4.3.1.2', { body: `${own} explains` }));
  const together = await foundCommentary(site, otto, { title: 'Glosses together' });
  await joinCommentary(site, otto, together, zelda);
  await addPart(site, zelda, together, entryOn('4.3.1.2', { body: `${own} explains it to all` }));
  // Withdrawn, so that no reader meets it.
  await site.owner.query(
    `with r as (
       insert into commentary_release (id, commentary_id, major, minor, document, sha256, front,
         released_at, released_by, withdrawn_at, withdrawal)
       values (gen_random_uuid(), $1, 1, 0, '{}', encode(sha256('{}'), 'hex'), '{}', now(), $2, now(), 'W'))
     insert into commentary_schedule (commentary_id, due_at, zone, major, minor, change, person_id)
     values ($1, now() + interval '1 year', 'UTC', 1, 1, $3, $2)`,
    [together, zelda.id, `${own} mended it`],
  );
  await quotes(world, together);
  await site.as(zelda, 'POST', `/commentaries/${alone}/docx`, {
    fileName: `${own}.docx`,
    file: (await wordFile({ children: [words(`${own} brings a file`)] })).toString('base64'),
  });
  await handsIn(world);
  await reviews(world);
}

/** They ask each other for a note, and consent. */
async function quotes({ site, zelda, otto, ask }: World, commentary: string): Promise<void> {
  for (const [who, from, mark] of [
    [otto, zelda, others],
    [zelda, otto, own],
  ] as const) {
    const { rows } = await site.owner.query<{ id: string; version: number }>(
      `select a.id, a.version from annotation a join thread t on t.id = a.thread_id
       join layer l on l.id = t.layer_id and l.kind = 'public'
       join revision r on r.annotation_id = a.id and r.number = a.version and r.body not like '%@%'
       where a.author_id = $1 and a.state = 'published' order by a.id limit 1`,
      [from.id],
    );
    const message = `${mark} asks for it`;
    await ask(who, 'POST', `/commentaries/${commentary}/promotions`, {
      ...{ annotation: rows[0]?.id, message },
    });
    const { rows: asked } = await site.owner.query<{ id: string }>(
      'select id from promotion where author_id = $1',
      [from.id],
    );
    await ask(from, 'PUT', `/promotions/${asked[0]?.id ?? ''}/answer`, {
      ...{ answer: 'consent', how: 'name', credit: from.name, version: rows[0]?.version },
    });
  }
}

async function handsIn({ site, zelda, ask }: World): Promise<void> {
  const id = await completeCommentary(site, zelda);
  await ask(zelda, 'POST', `/commentaries/${id}/submission`, { seen: 0, note: `${own} asks` });
}

async function reviews({ site, zelda, ned, uma, ask }: World): Promise<void> {
  await makeEditor(site, uma);
  const id = await completeCommentary(site, ned);
  const path = `/commentaries/${id}`;
  await ask(ned, 'POST', `${path}/submission`, { seen: 0, note: '' });
  await ask(uma, 'POST', `${path}/rounds`, {
    ...{ seen: 1, names: 'closed', dueOn: null, message: `${others} begins` },
  });
  await ask(uma, 'POST', `${path}/rounds/1/reviewers`, { who: zelda.handle, dueOn: null });
  await ask(zelda, 'PUT', `${path}/rounds/1/answer`, { accepts: true });
  await ask(zelda, 'PUT', `${path}/rounds/1/recommendation`, {
    ...{ recommendation: 'minor', toEditor: `${own} advises`, toAuthors: `${own} praises` },
  });
  const proof = await site.as(zelda, 'GET', `${path}/rounds/1/proof`);
  const [part] = proof.json<{ items: { id: string }[] }>().items;
  await ask(
    zelda,
    'POST',
    `${path}/rounds/1/threads`,
    marginForm(part?.id ?? '', { body: `${own} wonders` }),
  );
  await ask(uma, 'POST', `${path}/decisions`, {
    ...{ kind: 'decline', seen: 2, reason: `${others} doubts`, message: `${others} regrets` },
  });
  const { statusCode } = await site.as(zelda, 'GET', `${path}/review`);
  expect(statusCode).toBe(200);
}
