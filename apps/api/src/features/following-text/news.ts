import type { Db, Statement } from '../../db/client.ts';

/** $1 person. Primary key. */
const dropNews: Statement = {
  name: 'erase-text-news',
  text: 'delete from text_news where person_id = $1',
};

export async function eraseTextNews(db: Db, personId: string): Promise<void> {
  await db.rows(dropNews, [personId]);
}
