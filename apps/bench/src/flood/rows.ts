import type { Ground } from '../ground.ts';
import type { Row } from '../report.ts';
import { bystanderRows } from './bystander.ts';
import { queueRows } from './queue.ts';

/** What a flood of notes costs those who moderate, and everybody else. */
export async function floodRows(ground: Ground): Promise<Row[]> {
  return [...(await queueRows(ground)), ...(await bystanderRows(ground))];
}
