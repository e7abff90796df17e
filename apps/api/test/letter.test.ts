import { describe, expect, test } from 'vitest';
import type { Letter } from '../src/features/notices/letter.ts';
import { writeHtml } from '../src/features/notices/letter-html.ts';
import { writeText } from '../src/features/notices/letter-text.ts';
import { harmless, letterWords, localTime } from '../src/features/notices/letter-words.ts';

/* What strangers typed, as a mail shows it: names and titles. */

const locales = ['en', 'zh-Hans'] as const;
function letterBy(author: string, more: Partial<Letter> = {}): Letter {
  return {
    locale: 'en',
    choice: 'soon',
    zone: 'UTC',
    origin: new URL('https://gloss.example'),
    found: 1,
    more: 0,
    end: 'https://gloss.example/unsubscribe?token=all',
    clauses: [
      {
        title: { lang: 'en', text: author },
        address: '4.2',
        citation: 'IV(2)',
        link: 'https://gloss.example/t/ncss-2016/4.2',
        words: [{ lang: 'en', text: 'A <b>bold</b> & plain clause' }],
        notes: [
          {
            author,
            reason: 'reply',
            created: '2026-11-29T10:00:00.000000Z',
            link: 'https://gloss.example/n/1',
          },
        ],
        ends: [{ kind: 'clause', link: 'https://gloss.example/unsubscribe?token=one' }],
      },
    ],
    ...more,
  };
}

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><a href="https://evil.example">x</a>',
  'x\r\nBcc: evil@x.org',
  'x\n\nhttps://evil.example/login',
  'Visit www.evil.example/now or mail me@evil.example',
  '\u202eelpmaxe.live\u202c',
  'עדה',
  '</title><style>*{display:none}</style>',
  '=?utf-8?q?evil?=',
  '漢'.repeat(80),
  'W'.repeat(80),
  '😀'.repeat(40),
];

describe.each(locales)('in %s', (locale) => {
  test.each(hostile)('the name %j does no harm', (name) => {
    const letter = letterBy(name, { locale });
    const [text, html] = [writeText(letter), writeHtml(letter)];
    expect(letterWords[locale].subject(letter)).toMatch(/^[^\p{Cc}]*4\.2[^\p{Cc}]*$/u);
    for (const part of [text, html]) {
      expect(part).not.toMatch(/evil\.example|me@evil|evil@x/);
      expect(part).not.toMatch(/\u202e/);
      // No line of its own, wherever it stands.
      expect(part).not.toMatch(/^\s*(bcc|https:\/\/evil)/im);
    }
    expect(html.match(/<(script|img|style|title)\b/g)).toEqual(['<title', '<style']);
    expect(html.match(/<a href="([^"]*)"/g)?.every((a) => a.includes('gloss.example'))).toBe(true);
    expect(html).toContain('A &#x3C;b>bold&#x3C;/b> &#x26; plain clause');
  });

  test('every reason, choice and kind has its words, in that language alone', () => {
    const words = letterWords[locale];
    const all = [
      ...Object.values(words.why).map((write) => write('N')),
      ...Object.values(words.end),
      ...(['soon', 'daily', 'weekly'] as const).map((choice) => words.how({ choice, zone: 'UTC' })),
      words.subject(letterBy('x', { found: 3 })),
      words.subject(letterBy('x')),
      words.more(1),
      words.more(2),
      words.lead(1, 'h'),
      words.lead(2, 'h'),
      words.gone,
      words.open,
      words.change,
      words.endAll,
    ];
    for (const each of all) expect(/\p{Script=Han}/u.test(each), each).toBe(locale === 'zh-Hans');
    expect(new Set(all).size).toBe(all.length);
  });
});

test('a name that turns round is kept apart from what follows', () => {
  expect(harmless('עדה')).toBe('\u2068עדה\u2069');
  expect(harmless('Ada')).toBe('Ada');
});

test('who has left has no name', () => {
  expect(writeText(letterBy(''))).toContain('Somebody who has left answered you');
});

test('times are of the zone, and in UTC where it is not known', () => {
  const at = '2026-11-29T20:30:00.000000Z';
  const time = (zone: string) => localTime(at, { locale: 'en', zone });
  expect(time('Asia/Shanghai')).toBe('Nov 30, 2026, 04:30 Asia/Shanghai');
  expect(time('Mars/Olympus')).toBe('Nov 29, 2026, 20:30 UTC');
});
