import { expect, test } from 'vitest';
import { askedText } from './text-files.ts';

test.each([
  ['/t/law.json', '/api/works/law/forms/json'],
  ['/t/law.tei.xml', '/api/works/law/forms/tei'],
  ['/t/law.tmx', '/api/works/law/forms/tmx'],
  ['/t/law@zh:1.0.0/4.3.tmx', '/api/works/law/forms/tmx?pins=zh%3A1.0.0&at=4.3'],
  ['/t/law.zip', '/api/works/law/archive'],
  ['/t/law@zh:1.0.0.akn.xml', '/api/works/law/forms/akn?pins=zh%3A1.0.0'],
  ['/t/law@zh:1.0.0,en:2.0.1.zip', '/api/works/law/archive?pins=zh%3A1.0.0%2Cen%3A2.0.1'],
  ['/t/law/4.3.1.2.txt', '/api/works/law/forms/txt?at=4.3.1.2'],
  ['/t/law/4.3x1.jsonld', '/api/works/law/forms/jsonld?at=4.3x1'],
  ['/t/law/4.3.1.2-4.3.2.1.json', '/api/works/law/forms/json?at=4.3.1.2-4.3.2.1'],
  ['/t/law@en:1.0.0/3.1.1.2a.tei.xml', '/api/works/law/forms/tei?pins=en%3A1.0.0&at=3.1.1.2a'],
])('%s is made at %s', (path, api) => {
  expect(askedText(path, null)).toBe(api);
});

test('the edition that is asked for goes along', () => {
  expect(askedText('/t/law/4.tei.xml', 'en')).toBe('/api/works/law/forms/tei?at=4&edition=en');
});

test.each([
  '/t/law',
  '/t/law.zh.txt',
  '/t/law/4.3.pdf',
  '/t/law/4.zip',
  '/c/law.json',
  '/t/law/go',
])('%s is none of them', (path) => {
  expect(askedText(path, null)).toBeNull();
});
