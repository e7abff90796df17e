import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ask } from './ask.ts';

const english = `I. Of wells

Whoever digs a well keeps it covered. A well that is left open is filled within a month.

II. Of bridges

A bridge carries its year upon a stone. Whoever finds a quagga under the bridge reports it.`;

const chinese = `一、井

掘井者须覆其井。井不覆者，一月之内填之。

二、桥

桥须刻年于石。桥下见斑驴者须报。`;

/** A word of the text that no other has. */
export const rareWord = 'quagga';

interface Import {
  readonly state: string;
  readonly version: number;
}

/** A text of two languages that somebody brings, as it is proposed; the id of its import. */
export async function proposeText(page: Page, title: string): Promise<string> {
  const pasted = (lang: string, text: string) => ({ lang, text, fileName: '', file: '' });
  const { id } = await ask<{ id: string }>(page, 'POST', '/text-imports', {
    title,
    sources: [pasted('zh-Hans', chinese), pasted('en', english)],
  });
  const state = async () => (await ask<Import>(page, 'GET', `/text-imports/${id}`)).state;
  await expect.poll(state, { timeout: 30_000 }).toBe('ready');
  return id;
}

/** The same made a private work of theirs; its name. */
export async function bringText(page: Page, title: string): Promise<string> {
  const id = await proposeText(page, title);
  const { version } = await ask<Import>(page, 'GET', `/text-imports/${id}`);
  await ask(page, 'POST', `/text-imports/${id}/publication`, {
    ...{ version, slug: 'wells-and-bridges', abbreviation: 'WB', issued: '2026-01-02' },
    titles: { en: title, 'zh-Hans': '井与桥' },
    issuer: { en: 'The parish', 'zh-Hans': '教区' },
    ...{ original: 0, rights: 'Written for this test.' },
  });
  interface Own {
    readonly items: readonly { readonly slug: string; readonly titles: { readonly en?: string } }[];
  }
  const own = async () =>
    (await ask<Own>(page, 'GET', '/account/works')).items.find(({ titles }) => titles.en === title)
      ?.slug;
  await expect.poll(own, { timeout: 30_000 }).toBeDefined();
  return (await own()) ?? '';
}
