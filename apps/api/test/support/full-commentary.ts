import { addPart, entryOn, foundCommentary, joinCommentary } from './commentaries.ts';
import { marks, type World } from './full-world.ts';

const { own } = marks;

/** What she writes in a commentary of her own, and in one that somebody else leads. */
export async function comments({ site, zelda, otto }: World): Promise<void> {
  const alone = await foundCommentary(site, zelda, { title: `${own} alone` });
  await addPart(site, zelda, alone, entryOn('4.3.1.2', { body: `${own} explains` }));
  const together = await foundCommentary(site, otto, { title: 'Glosses together' });
  await joinCommentary(site, otto, together, zelda);
  await addPart(site, zelda, together, entryOn('4.3.1.2', { body: `${own} explains it to all` }));
}
