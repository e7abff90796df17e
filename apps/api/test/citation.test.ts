import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusal, startApp, stopApp, type TestApp } from './support/index.ts';

let site: TestApp;
beforeAll(async () => {
  site = await startApp();
});
afterAll(() => stopApp(site));

const cite = (text: string) =>
  site.as(null, 'GET', `/api/works/ncss-2016/address?cite=${encodeURIComponent(text)}`);

test.each([
  ['4.3.1.2', '4.3.1.2'],
  ['IV(3) ¶1 s. 2', '4.3.1.2'],
  ['四（三）第1段第2句', '4.3.1.2'],
  ['四(三)第1段第2句', '4.3.1.2'],
  ['《国家网络空间安全战略》四（三）第1段第2句', '4.3.1.2'],
  ['NCSS 4.3.1.2', '4.3.1.2'],
  ['IV(3)', '4.3'],
  ['4.3.1.2 – 4.3.2.1', '4.3.1.2-4.3.2.1'],
])('%s is %s', async (text, address) => {
  const answer = await cite(text);
  expect(answer.json(), text).toEqual({ address });
});

test.each([
  ['the clause about infrastructure', 422, 'citation-unknown'],
  ['IV(12) ¶1', 404, 'not-found'],
  ['4.3.2-4.3.1', 422, 'citation-unknown'],
  [`IV${'('.repeat(390)}`, 422, 'citation-unknown'],
])('%s is refused', async (text, status, code) => {
  expect(refusal(await cite(text))).toEqual([status, code]);
});
