import { SaxesParser } from 'saxes';

export interface Read {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Read | string)[];
}

/** What is well formed as a tree; throws where it is not. */
export function readXml(text: string): Read {
  const root: Read = { name: '', attributes: {}, children: [] };
  const open: Read[] = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const read = { name, attributes, children: [] };
    open.at(-1)?.children.push(read);
    open.push(read);
  });
  parser.on('text', (words) => {
    open.at(-1)?.children.push(words);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  const [first] = root.children.filter((each) => typeof each !== 'string');
  if (first === undefined) throw new Error('no element');
  return first;
}

export function* elementsIn(read: Read): Generator<Read> {
  yield read;
  for (const child of read.children) if (typeof child !== 'string') yield* elementsIn(child);
}

export const named = (read: Read, ...names: readonly string[]): Read[] =>
  [...elementsIn(read)].filter(({ name }) => names.includes(name));

/** The words in an element, without those of elements so named. */
export const wordsIn = (read: Read, ...without: readonly string[]): string =>
  read.children
    .map((child) => {
      if (typeof child === 'string') return child;
      return without.includes(child.name) ? '' : wordsIn(child, ...without);
    })
    .join('');
