import { describe, expect, it } from 'vitest';
import { htmlWrittenIn, writtenIn } from './written-in.ts';

describe('the language of a note', () => {
  it.each([
    ['此处只说目的，不列手段。', 'zh-Hans'],
    ['参看 Cybersecurity Law 第三章第二节，两处不宜互相补足。', 'zh-Hans'],
    ['Does 一切必要措施 (“all necessary measures”) set a ceiling, or only a purpose?', ''],
    ['Only English.', ''],
    ['サイバー空間の安全', ''],
    ['4.3.1.2', ''],
    ['', ''],
  ])('%s', (text, lang) => {
    expect(writtenIn(text)).toBe(lang);
  });

  it('does not read the names of elements and attributes', () => {
    expect(
      htmlWrittenIn('<p>参看 <a href="/t/ncss-2016/4.3" data-ref="clause">4.3</a>。</p>'),
    ).toBe('zh-Hans');
    expect(htmlWrittenIn('<p>Only <em>English</em>&nbsp;here.</p>')).toBe('');
  });
});
