import { isDeepStrictEqual } from 'node:util';
import {
  limits,
  type BibliographyItemForm,
  type BibliographyItemView,
  type CitingPart,
  type CslFields,
} from '@glossator/contract';
import { cleanRecord } from '@glossator/domain/bibliography';
import { textOf } from '@glossator/domain/cite';
import { cslDateFields, type BibliographyItem } from '@glossator/domain/csl-fields';
import { citationKey, worksCited } from '@glossator/domain/works-cited';
import type { Db } from '../../db/client.ts';
import { Refusal } from '../../refusal.ts';
import * as statements from './bibliography-statements.ts';

/** A work as it is stored: its key stands beside it. */
export type StoredItem = Omit<BibliographyItem, 'id' | 'citation-key'>;

export interface ItemRow extends Record<string, unknown> {
  readonly id: string;
  readonly key: string;
  readonly item: StoredItem;
  readonly version: number;
  readonly changed: string;
  readonly removed: string | null;
}

/** How it reads in the list, as words, where no other has its names and year. */
export function writtenText(item: StoredItem, language: string): string {
  const [work] = worksCited([{ ...item, id: '-' }], language).values();
  if (work === undefined) return '';
  const entry = textOf(work.entry);
  return work.url === null ? entry : `${entry} ${work.url}`;
}

/** The contract's lists are its own, and nobody else's to change. */
export const fieldsOf = (item: StoredItem): CslFields => structuredClone(item) as CslFields;

interface CitingRow extends CitingPart, Record<string, unknown> {
  readonly cites: readonly string[];
}

/** Those parts that cite one of these keys, with which they cite. */
export const partsCiting = (
  db: Db,
  commentary: string,
  keys: readonly string[],
): Promise<CitingRow[]> => db.rows<CitingRow>(statements.partsCiting, [commentary, keys]);

export async function presentItems(
  db: Db,
  { id, language }: { readonly id: string; readonly language: string },
  rows: readonly ItemRow[],
): Promise<BibliographyItemView[]> {
  const standing = rows.filter(({ removed }) => removed === null);
  const citing = await partsCiting(db, id, [...new Set(standing.map(({ key }) => key))]);
  return rows.map(({ id: item, key, item: fields, version, changed, removed }) => ({
    ...{ id: item, key, version, changed, removed },
    item: fieldsOf(fields),
    text: writtenText(fields, language),
    cited: citing.flatMap(({ cites, id: part, label, title }) =>
      removed === null && cites.includes(key) ? [{ id: part, label, title }] : [],
    ),
  }));
}

export function acceptKey(text: string): string {
  const key = text.trim().replace(/^@/u, '').normalize('NFC');
  if (!citationKey.test(key))
    throw new Refusal(
      'citation-key-malformed',
      'A key begins and ends with a letter or a figure; inside it may have _ : . / + and -, a hundred in all.',
    );
  return key;
}

const isTooLong = (item: StoredItem): boolean =>
  JSON.stringify(item).length > limits.bibliographyItem;

const withoutOwnKey = ({ 'citation-key': _, ...item }: Omit<BibliographyItem, 'id'>): StoredItem =>
  item;
const withoutKeys = ({ id: _, ...item }: BibliographyItem): StoredItem => withoutOwnKey(item);

/** An item of what was read, without its keys; null where it is longer than can be kept. */
export function storable(read: BibliographyItem): StoredItem | null {
  const item = withoutKeys(read);
  return isTooLong(item) ? null : item;
}

/** A thirteenth month is left out where a file has it; whoever types it is told. */
const isOtherDate = (said: object, item: object, field: string): boolean =>
  cslDateFields.some((each) => each === field) &&
  !isDeepStrictEqual(Reflect.get(said, field), Reflect.get(item, field));

/** What a form says of a work. What is no address, date or DOI is refused by its name, never dropped. */
export function acceptItem(form: BibliographyItemForm['item']): StoredItem {
  const said = Object.fromEntries(
    Object.entries(form).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  );
  const cleaned = cleanRecord({ ...said, id: 'x' });
  if (!('item' in cleaned))
    throw new Refusal(
      'item-malformed',
      'A work needs a title, a name, or something else to go by.',
    );
  const item = withoutKeys(cleaned.item);
  for (const field of Object.keys(said))
    if (!Object.hasOwn(item, field) || isOtherDate(said, item, field))
      throw new Refusal('item-malformed', `${field} cannot be kept as it is written.`);
  if (isTooLong(item))
    throw new Refusal('item-malformed', 'This work says more than can be kept of one.');
  return item;
}
