import { blocksOfText, type Source } from '@glossator/document/import';

/* A text of two languages as long as one likes, the same at each run: articles or plain paragraphs. */

const WORDS =
  'the of and state shall person article law public authority measure data safety reader room decide within period under notice right duty council report year'.split(
    ' ',
  );
const HANZI = Array.from(
  '国家安全法律规定应当依照公共机关措施数据读者室决定期限通知权利义务委员会报告年度保护',
);
const ARTICLES = 20;

/** Numbers from 0 to 1, the same at each run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface LongText {
  readonly en: string;
  readonly zh: string;
}

export function longText(words: number, isNumbered: boolean): LongText {
  const next = numbers(7);
  const pick = (from: readonly string[]): string => from[Math.floor(next() * from.length)] ?? '';
  const en = ['Act on General Matters'];
  const zh = ['一般事项法'];
  let written = 0;
  const sentence = (): readonly [string, string] => {
    const length = 8 + Math.floor(next() * 30);
    written += length;
    const [first = '', ...others] = Array.from({ length }, () => pick(WORDS));
    const hanzi = Array.from({ length: Math.round(length * (1.2 + next() * 0.4)) }, () =>
      pick(HANZI),
    );
    const capital = first.charAt(0).toUpperCase() + first.slice(1);
    return [`${[capital, ...others].join(' ')}.`, `${hanzi.join('')}。`];
  };
  for (let article = 1; written < words; article += 1) {
    if (isNumbered && article % ARTICLES === 1) {
      const chapter = String(Math.ceil(article / ARTICLES));
      en.push(`Chapter ${chapter} General Part`);
      zh.push(`第${chapter}章 总则`);
    }
    if (isNumbered) {
      en.push(`Article ${String(article)} Subject`);
      zh.push(`第${String(article)}条 事项`);
    }
    for (let paragraphs = 1 + Math.floor(next() * 3); paragraphs > 0; paragraphs -= 1) {
      const sentences = Array.from({ length: 1 + Math.floor(next() * 4) }, sentence);
      en.push(sentences.map(([each]) => each).join(' '));
      zh.push(sentences.map(([, each]) => each).join(''));
    }
  }
  return { en: en.join('\n\n'), zh: zh.join('\n\n') };
}

export const sourcesOf = ({ en, zh }: LongText): readonly Source[] => [
  { name: 'en.txt', lang: null, blocks: blocksOfText(en) },
  { name: 'zh.txt', lang: null, blocks: blocksOfText(zh) },
];
