import type { Verified } from '@glossator/document';

const variantWords: Readonly<Record<string, string>> = {
  'quotation-marks': 'quotation marks or apostrophes',
  dashes: 'dashes',
  ellipsis: 'ellipses',
  width: 'full-width and half-width characters',
  case: 'capitals',
  hanzi: 'traditional and simplified characters',
  'line-breaks': 'line breaks',
  spaces: 'spaces',
  unseen: 'characters that are not seen',
};

function verbatim({ verbatim: answer, found, omits, nearest }: Verified): string[] {
  const pieces = omits ? ' Words are left out between the pieces.' : '';
  switch (answer) {
    case 'exact':
      return [`Yes, letter by letter.${pieces}`, ...cut(found)];
    case 'variant': {
      const how = found?.variants.map((each) => variantWords[each] ?? each).join(', ') ?? '';
      return [
        `The words are those of the text; only their form differs: ${how}.${pieces}`,
        ...cut(found),
      ];
    }
    case 'changed':
      return [
        'No. The nearest passage has other words; [-only in the quotation-], {+only in the text+}:',
        (nearest?.runs ?? [])
          .map(({ kind, text }) =>
            kind === 'same' ? text : kind === 'quoted' ? `[-${text}-]` : `{+${text}+}`,
          )
          .join(''),
      ];
    case 'out-of-order':
      return ['No. Each piece stands in the text, but not in this order.'];
    case 'absent':
      return ['No. It is not in the text, and nothing there is close to it.'];
  }
}

const cut = (found: Verified['found']): string[] =>
  found?.cutsWord === true ? ['It begins or ends in the middle of a word.'] : [];

function address({ at, found, nearest }: Verified): string[] {
  const places = found?.places ?? (nearest === null ? [] : [nearest.place]);
  const standing = found ?? nearest;
  const answers = {
    there: 'Yes',
    partly: 'Only a part of it stands there',
    elsewhere: 'No',
    unknown: 'Nothing stands there in this version',
  };
  return [
    at === null ? 'No address was given.' : `${answers[at.answer]}: ${at.address}.`,
    ...places.slice(0, 20).map(({ address: place, loci }) => {
      const where = loci.map(({ path, start, end }) => `${path} ${String(start)}–${String(end)}`);
      const name = `${standing?.work ?? ''}@${standing?.edition ?? ''}:${standing?.version ?? ''}`;
      return `${found === null ? 'Nearest' : 'Stands'} at /t/${name}/${place} (${where.join('; ')})`;
    }),
    ...(found !== null && found.total > 20
      ? [`and in ${String(found.total - 20)} places more.`]
      : []),
  ];
}

function version({ in: named, versions }: Verified): string[] {
  const answers = { there: 'Yes', 'not-there': 'No, it is not in', unknown: 'There is no' };
  const digests = {
    match: ' The digest that came with it is that of this version.',
    differ: ' The digest that came with it is NOT that of this version.',
  };
  return [
    ...(named.length === 0 ? ['No version was named.'] : []),
    ...named.map(
      (each) =>
        `${answers[each.answer]}${each.answer === 'there' ? ':' : ''} ${each.edition} ${each.version}.${each.digests === null ? '' : digests[each.digests]}`,
    ),
    ...versions.map(
      ({ edition, version: number, released, has }) =>
        `${has ? 'In' : 'Not in'} ${edition} ${number} (${released}).`,
    ),
  ];
}

function since({ since: answer }: Verified): string[] {
  if (answer === null) return ['No version has these words, so none was corrected.'];
  const said = {
    newest: 'This is the newest version here.',
    same: 'No. Later versions leave the passage as it was.',
    around: 'The clause was corrected since, but not in these words.',
    changed: 'Yes.',
  };
  return [
    said[answer.state],
    ...answer.corrections.flatMap(({ version: number, released, path, before, after }) => [
      `${path}, version ${number} of ${released}`,
      `  before: ${before}`,
      `  after:  ${after ?? '(stands no longer)'}`,
    ]),
  ];
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** The four answers, in plain lines. */
export const tell = (verified: Verified): string =>
  [
    'Is it verbatim?',
    ...indented(verbatim(verified)),
    'At that address?',
    ...indented(address(verified)),
    'In that version?',
    ...indented(version(verified)),
    'Corrected since?',
    ...indented(since(verified)),
    '',
  ].join('\n');

/** 0 where the words are those of the text, 1 where they are not. */
export const exitCode = ({ verbatim: answer }: Verified): 0 | 1 =>
  answer === 'exact' || answer === 'variant' ? 0 : 1;
