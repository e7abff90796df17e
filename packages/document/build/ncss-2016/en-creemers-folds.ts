import type { Fold } from '../declarations.ts';

const opens = (before: string): boolean => before === '' || /[\s([]$/u.test(before);

export const folds: readonly Fold[] = [
  {
    kind: 'fold-quotes',
    applies: 'all',
    pattern: /["']/gu,
    replace: (match, before) => {
      if (match === '"') return opens(before) ? '“' : '”';
      return opens(before) ? '‘' : '’';
    },
    expected: 48,
    reason: {
      en: 'Straight quotation marks and apostrophes of the typewriter, for the typographic ones.',
      'zh-Hans': '打字机式的直引号和撇号改为印刷体引号。',
    },
  },
  {
    kind: 'drop-final-stop',
    applies: 'heading',
    pattern: /\.$/gu,
    replace: () => '',
    expected: 6,
    reason: {
      en: 'Six of the fifteen headings close with a full stop, nine do not; a heading has none.',
      'zh-Hans': '十五个标题中六个以句点结尾，九个没有；标题末不用句点。',
    },
  },
];
