import {
  createTextAnnotator,
  W3CTextFormat,
  type W3CTextAnnotation,
} from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';

/*
 * What runs inside the page of a peer: the very notes and text of our reader, drawn by one bare CSS
 * Highlight or by another program.
 */
interface Marks {
  readonly segments: readonly { edition: string; version: string; uid: string }[];
  /** The twelfth part of a thread: segment, start, end, and so on. */
  readonly threads: readonly (readonly [id: string, ...unknown[]])[];
}
interface Words {
  readonly thread: string;
  readonly range: StaticRange;
}

/** Milliseconds until what is drawn now has been drawn. */
const frame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

const get = async (path: string): Promise<string> => (await fetch(path)).text();

let answer = '';
let paths: ReadonlyMap<string, string> = new Map();

/** Fetches what is drawn later: the way to the server is not measured. */
async function load(): Promise<void> {
  answer = await get('/api/works/ncss-2016/marks');
  const { work } = JSON.parse(await get('/api/works/ncss-2016/reading')) as {
    work: { units: readonly { uid: string; path: string }[] };
  };
  paths = new Map(work.units.map(({ uid, path }) => [uid, path]));
}

function textOf(path: string, edition: string): readonly Text[] {
  const pieces = document.querySelectorAll(
    `.row[data-path="${path}"] .passage[data-edition="${edition}"] [data-piece]`,
  );
  return [...pieces].flatMap((piece) =>
    [...piece.childNodes].filter((node) => node instanceof Text),
  );
}

function words(): readonly Words[] {
  const marks = JSON.parse(answer) as Marks;
  const passages = marks.segments.map(({ edition, version, uid }) =>
    textOf(paths.get(uid) ?? '', `${edition}:${version}`),
  );
  return marks.threads.flatMap((row) => {
    const loci = row[11] as readonly number[];
    const [segment = -1, start = 0, end = 0] = loci;
    const range = rangeIn(passages[segment] ?? [], start, end);
    return range === null ? [] : [{ thread: row[0], range }];
  });
}

// The strategy has no character outside the first plane: code points are units of UTF-16.
function rangeIn(nodes: readonly Text[], start: number, end: number): StaticRange | null {
  let from: readonly [Text, number] | null = null;
  let before = 0;
  for (const node of nodes) {
    const after = before + node.length;
    if (from === null && start < after) from = [node, start - before];
    if (from !== null && end <= after)
      return new StaticRange({
        startContainer: from[0],
        startOffset: from[1],
        endContainer: node,
        endOffset: end - before,
      });
    before = after;
  }
  return null;
}

/** Draws all notes by one highlight; milliseconds until they stand on the screen. */
async function bare(): Promise<number> {
  const begun = performance.now();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '::highlight(bare) { background-color: rgb(0 80 200 / 12%); text-decoration: underline solid rgb(0 80 200) 2px }',
  );
  document.adoptedStyleSheets.push(sheet);
  CSS.highlights.set('bare', new Highlight(...words().map(({ range }) => range)));
  await frame();
  return performance.now() - begun;
}

/** The same notes as the W3C model has them, by offsets in the whole text. */
function annotations(container: Element): W3CTextAnnotation[] {
  const places = new Map<Node, number>();
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    places.set(node, at);
    at += node.nodeValue?.length ?? 0;
  }
  const text = container.textContent;
  return words().map(({ thread, range }) => {
    const start = (places.get(range.startContainer) ?? 0) + range.startOffset;
    const end = (places.get(range.endContainer) ?? 0) + range.endOffset;
    return {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: thread,
      type: 'Annotation',
      body: [],
      target: {
        source: location.href,
        selector: [
          { type: 'TextQuoteSelector', exact: text.slice(start, end) },
          { type: 'TextPositionSelector', start, end },
        ],
      },
    };
  });
}

let selected: () => void = () => undefined;

/** Draws all notes by Recogito's annotator with its default renderer; milliseconds as above. */
async function recogito(): Promise<number> {
  const container = document.querySelector<HTMLElement>('.rows');
  if (container === null) throw new Error('the page has no text');
  const given = annotations(container);
  const annotator = createTextAnnotator<never, W3CTextAnnotation>(container, {
    adapter: W3CTextFormat(location.href) as never,
  });
  annotator.on('selectionChanged', (chosen) => {
    if (chosen.length > 0) selected();
  });
  const begun = performance.now();
  const drawn = new Promise<void>((resolve) => {
    const stop = annotator.renderer.on('onRedraw', () => {
      if (document.querySelector('.r6o-annotation') === null) return;
      stop();
      resolve();
    });
  });
  annotator.setAnnotations(given);
  await drawn;
  await frame();
  return performance.now() - begun;
}

/** Milliseconds from the next press until a note is chosen. */
function pressRecogito(): Promise<number> {
  return new Promise((resolve) => {
    let begun = 0;
    addEventListener('pointerdown', () => (begun = performance.now()), {
      capture: true,
      once: true,
    });
    selected = () => {
      void frame().then(() => {
        resolve(performance.now() - begun);
      });
    };
  });
}

const api = { load, bare, recogito, pressRecogito };
export type InPage = typeof api;
Object.assign(globalThis, { peers: api });
