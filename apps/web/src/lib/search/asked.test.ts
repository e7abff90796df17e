import { describe, expect, it } from 'vitest';
import { asked, following, toggled } from './asked.ts';

const params = (text: string) => new URLSearchParams(text);

describe('the search in an address', () => {
  it.each([
    ['q=&tag=', ''],
    ['q=a&other=b', 'q=a'],
    ['q=a&tag=b&tag=c', 'q=a&tag=b&tag=c'],
  ])('%s asks for %s', (from, to) => {
    expect(asked(params(from)).toString()).toBe(to);
  });

  it('gains and loses one value, and begins anew', () => {
    expect(toggled(params('q=a&cursor=x'), 'tag', 'b')).toBe('/search?q=a&tag=b');
    expect(toggled(params('q=a&tag=b&tag=c'), 'tag', 'b')).toBe('/search?q=a&tag=c');
  });

  it('goes on where it was', () => {
    expect(following(params('q=a&cursor=x'), 'y')).toBe('/search?q=a&cursor=y');
  });
});
