import type { Element, ElementContent } from 'xast';
import { x } from 'xastscript';
import type { EditionVersion } from '../model.ts';
import { unitUrl, type ExportedWork } from './exported-work.ts';
import { teiApparatus } from './tei-apparatus.ts';
import { teiHeader } from './tei-header.ts';
import { segmentContent, segmentId } from './tei-words.ts';
import { textTree, type Branch, type Leaf } from './text-tree.ts';
import { onLines, writeXml } from './xml.ts';

const TEI = 'http://www.tei-c.org/ns/1.0';

function segment(name: 'head' | 's', leaf: Leaf, exported: ExportedWork, version: EditionVersion) {
  const { unit, text } = leaf;
  return x(
    name,
    {
      'xml:id': segmentId(version.edition.id, unit.uid),
      n: unit.path,
      ...(unit.role === null ? {} : { type: unit.role }),
      ...(text.condition === 'intact' ? {} : { ana: `#condition.${text.condition}` }),
      corresp: unitUrl(exported, version, unit.path),
    },
    segmentContent(leaf, version),
  );
}

function division(branch: Branch, exported: ExportedWork, version: EditionVersion): Element {
  const { levels } = exported.shipped.work;
  const { unit, level, heads, sentences, branches } = branch;
  const attributes = { 'xml:id': segmentId(version.edition.id, unit.uid), n: unit.path };
  const words = sentences.map((leaf) => segment('s', leaf, exported, version));
  if (level >= levels.length - 1) return x('p', attributes, onLines(words));
  const inner: ElementContent[] = [
    ...heads.map((leaf) => segment('head', leaf, exported, version)),
    ...branches.map((each) => division(each, exported, version)),
  ];
  return x('div', { type: levels[level - 1]?.key ?? 'part', ...attributes }, onLines(inner));
}

const DTS = 'https://w3id.org/api/dts#';

/**
 * One version of an edition in TEI P5: the text clean, its apparatus beside it. `isPassage` marks
 * what was asked for as Distributed Text Services want it.
 */
export function teiText(
  exported: ExportedWork,
  version: EditionVersion,
  isPassage = false,
): string {
  const made = textTree(exported.shipped, version.texts).map((branch) =>
    division(branch, exported, version),
  );
  const divisions = isPassage ? [x('dts:wrapper', { 'xmlns:dts': DTS }, onLines(made))] : made;
  const apparatus = teiApparatus(version);
  const conditions = [...new Set(version.texts.map(({ condition }) => condition))].filter(
    (condition) => condition !== 'intact',
  );
  const beside: Element[] = [
    ...(conditions.length === 0
      ? []
      : [
          x(
            'list',
            { type: 'conditions' },
            conditions.map((condition) =>
              x('item', { 'xml:id': `condition.${condition}` }, condition),
            ),
          ),
        ]),
    ...apparatus,
  ];
  return writeXml(
    x(
      'TEI',
      { xmlns: TEI },
      onLines([
        teiHeader(exported, version),
        x(
          'text',
          { 'xml:lang': version.edition.lang },
          onLines([x('body', onLines(divisions.length === 0 ? [x('p')] : divisions))]),
        ),
        ...(beside.length === 0 ? [] : [x('standOff', onLines(beside))]),
      ]),
    ),
  );
}
