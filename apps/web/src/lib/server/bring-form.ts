import type { NewSource, NewTextImport } from '@glossator/contract';
import { formText } from './form-text.ts';

const hows = ['one', 'both', 'two'] as const;

async function sourceIn(data: FormData, n: 1 | 2): Promise<NewSource> {
  const file = data.get(`file${String(n)}`);
  const lang = formText(data, `lang${String(n)}`);
  // A field that nobody chose a file in sends one without a name.
  if (file instanceof File && file.name !== '')
    return {
      lang,
      text: '',
      fileName: file.name.slice(-200),
      file: Buffer.from(await file.arrayBuffer()).toString('base64'),
    };
  return { lang, text: formText(data, `text${String(n)}`), fileName: '', file: '' };
}

const isEmpty = ({ text, fileName }: NewSource): boolean => text.trim() === '' && fileName === '';

export type Brought =
  | { readonly ok: true; readonly value: NewTextImport }
  | { readonly ok: false; readonly missing: 'first' | 'second' };

/** What the form brings: one text, or two where it says so. */
export async function broughtIn(data: FormData): Promise<Brought> {
  const how = hows.find((each) => each === formText(data, 'how')) ?? 'one';
  const first = await sourceIn(data, 1);
  if (isEmpty(first)) return { ok: false, missing: 'first' };
  const title = formText(data, 'name').trim();
  if (how !== 'two') return { ok: true, value: { title, sources: [first] } };
  const second = await sourceIn(data, 2);
  if (isEmpty(second)) return { ok: false, missing: 'second' };
  return { ok: true, value: { title, sources: [first, second] } };
}

/** What was typed, to be shown again; a file has to be chosen anew. */
export const typedIn = (data: FormData): Record<string, string> =>
  Object.fromEntries(
    ['name', 'how', 'lang1', 'text1', 'lang2', 'text2'].map((name) => [name, formText(data, name)]),
  );
