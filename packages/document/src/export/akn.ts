import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { ApparatusEntry, EditionVersion, Path } from '../model.ts';
import { codePointLength, codePointSlice } from '../offsets.ts';
import { aknMeta } from './akn-meta.ts';
import { jointOf, type ExportedWork } from './exported-work.ts';
import { textTree, type Branch, type Leaf } from './text-tree.ts';
import { onLines, writeXml, xmlText } from './xml.ts';

const AKN = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';

/** `part_4__section_3__paragraph_1__sentence_2`, as the naming convention joins them. */
function eIdOf(path: Path, { shipped }: ExportedWork): string {
  const { levels } = shipped.work;
  return path
    .split('.')
    .map((number, n) => `${levels[n]?.key ?? 'limb'}_${number}`)
    .join('__');
}

interface Mark {
  readonly at: number;
  readonly nodes: readonly ElementContent[];
}

const reference = ({ number }: ApparatusEntry): Element =>
  x('noteRef', { href: `#note_${number}`, marker: number });

/** A gap is a remark of the editor: its words are none of the text. */
const remark = ({ note, extent }: ApparatusEntry): Element =>
  x('remark', { status: 'editorial' }, [
    xmlText(
      `[${Object.values(note)[0] ?? ''}${extent
        .map(({ quantity, unit }) => ` ${String(quantity)} ${unit}`)
        .join(',')}]`,
    ),
  ]);

function marksIn(uid: string, apparatus: readonly ApparatusEntry[]): Mark[] {
  return apparatus
    .flatMap((entry) =>
      entry.loci.flatMap((locus) =>
        locus.uid !== uid || locus.end === null
          ? []
          : [
              {
                at: locus.end,
                nodes: [...(entry.kind === 'gap' ? [remark(entry)] : []), reference(entry)],
              },
            ],
      ),
    )
    .toSorted((left, right) => left.at - right.at);
}

function contentOf(
  { text }: Leaf,
  { apparatus }: EditionVersion,
  from: number,
  to: number,
): ElementContent[] {
  const { reading, uid } = text;
  if (reading === null)
    return apparatus
      .filter(({ loci }) => loci.some((locus) => locus.uid === uid && locus.start === null))
      .flatMap((entry) => [...(entry.kind === 'gap' ? [remark(entry)] : []), reference(entry)]);
  const content: ElementContent[] = [];
  let done = from;
  for (const { at, nodes } of marksIn(uid, apparatus)) {
    // What ends with the label belongs to the numeral.
    if (at < from || at > to || (at === from && from > 0)) continue;
    if (at > done) content.push(xmlText(codePointSlice(reading, done, at)));
    content.push(...nodes);
    done = at;
  }
  if (to > done) content.push(xmlText(codePointSlice(reading, done, to)));
  return content;
}

function statusOf({ text }: Leaf): { readonly status?: string } {
  if (text.reading === null) return { status: 'unknown' };
  return text.condition === 'damaged' ? { status: 'incomplete' } : {};
}

const identityOf = (leaf: Leaf, exported: ExportedWork) => ({
  eId: eIdOf(leaf.unit.path, exported),
  GUID: leaf.unit.uid,
  ...statusOf(leaf),
});

function headingOf(leaf: Leaf, exported: ExportedWork, version: EditionVersion): Element[] {
  const { text } = leaf;
  const size = codePointLength(text.reading ?? '');
  const labelled = codePointLength(text.label);
  return [
    ...(labelled === 0 ? [] : [x('num', contentOf(leaf, version, 0, labelled))]),
    x('heading', identityOf(leaf, exported), contentOf(leaf, version, labelled, size)),
  ];
}

function container(branch: Branch, exported: ExportedWork, version: EditionVersion): Element {
  const { levels } = exported.shipped.work;
  const { unit, level, heads, sentences, branches } = branch;
  const attributes = {
    name: levels[level - 1]?.key ?? 'part',
    eId: eIdOf(unit.path, exported),
    GUID: unit.uid,
  };
  if (level >= levels.length - 1)
    return x('hcontainer', attributes, [
      x('content', [
        x(
          'p',
          sentences.flatMap((leaf, n) => [
            ...(n === 0 ? [] : [xmlText(jointOf(version.edition.lang))]),
            x(
              'span',
              { class: 'sentence', ...identityOf(leaf, exported) },
              contentOf(leaf, version, 0, codePointLength(leaf.text.reading ?? '')),
            ),
          ]),
        ),
      ]),
    ]);
  const [head, ...more] = heads;
  return x(
    'hcontainer',
    attributes,
    onLines([
      ...(head === undefined ? [] : headingOf(head, exported, version)),
      // One container has one heading; any other stands between what it divides.
      ...more.map((leaf) =>
        x(
          'crossHeading',
          identityOf(leaf, exported),
          contentOf(leaf, version, 0, codePointLength(leaf.text.reading ?? '')),
        ),
      ),
      ...branches.map((each) => container(each, exported, version)),
    ]),
  );
}

/** One version of an edition in Akoma Ntoso 3.0, as a document of no more special kind. */
export function akomaNtoso(exported: ExportedWork, version: EditionVersion): string {
  const body = textTree(exported.shipped, version.texts).map((branch) =>
    container(branch, exported, version),
  );
  return writeXml(
    x('akomaNtoso', { xmlns: AKN }, [
      x(
        'doc',
        { name: 'document' },
        onLines([
          aknMeta(exported, version),
          x(
            'mainBody',
            { 'xml:lang': version.edition.lang },
            onLines(body.length === 0 ? [x('p')] : body),
          ),
        ]),
      ),
    ]),
  );
}
