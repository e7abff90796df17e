import type { EditionVersion } from '../model.ts';
import { plainText } from '../plain-text.ts';
import { akomaNtoso } from './akn.ts';
import { type ExportedWork } from './exported-work.ts';
import { legislation } from './legislation.ts';
import { teiText } from './tei.ts';
import { tmx } from './tmx.ts';
import { workJson } from './work-json.ts';

export const textForms = ['txt', 'json', 'tei', 'akn', 'tmx', 'jsonld'] as const;
export type TextForm = (typeof textForms)[number];

interface FormOfText {
  /** What its address ends in. */
  readonly suffix: string;
  readonly mediaType: string;
  /** Whether it holds every edition that is told, one, or those that are aligned. */
  readonly holds: 'all' | 'one' | 'aligned';
}

export const textForm: Readonly<Record<TextForm, FormOfText>> = {
  txt: { suffix: '.txt', mediaType: 'text/plain', holds: 'one' },
  json: { suffix: '.json', mediaType: 'application/json', holds: 'all' },
  tei: { suffix: '.tei.xml', mediaType: 'application/tei+xml', holds: 'one' },
  akn: { suffix: '.akn.xml', mediaType: 'application/akn+xml', holds: 'one' },
  tmx: { suffix: '.tmx', mediaType: 'application/x-tmx+xml', holds: 'aligned' },
  jsonld: { suffix: '.jsonld', mediaType: 'application/ld+json', holds: 'all' },
};

const encodings = textForms
  // Of an edition: itself is none of them, and a translation memory is of several.
  .filter((form) => form !== 'jsonld' && form !== 'tmx')
  .map((form) => ({ mediaType: textForm[form].mediaType, suffix: textForm[form].suffix }));

/** A work or a part of it in one form; `version` is the edition of the forms that hold one. */
export function writeTextForm(
  exported: ExportedWork,
  form: TextForm,
  version: EditionVersion,
): string {
  switch (form) {
    case 'txt':
      return plainText(version, exported.shipped.units);
    case 'json':
      return workJson(exported);
    case 'tei':
      return teiText(exported, version);
    case 'akn':
      return akomaNtoso(exported, version);
    case 'tmx':
      return tmx(exported);
    case 'jsonld':
      return legislation(exported, encodings);
  }
}
