import type { LedgerEntry } from '@glossator/contract';
import { expect, test } from 'vitest';
import { ledgerFeed } from './ledger-feed.ts';

const entry: LedgerEntry = {
  seq: 12,
  at: '2026-03-04T05:06:07.000000Z',
  action: 'hide',
  role: 'moderator',
  work: 'ncss-2016',
  address: '4.3.1.2',
  reason: 'personal-data',
  waited: null,
  undoes: null,
  undoneBy: null,
  appeal: 'none',
};
const rule: LedgerEntry = { ...entry, seq: 11, action: 'rule-publish', address: '', reason: '' };
const place = { origin: 'https://law.example', asked: 'work=ncss-2016&action=hide' };

test('says what was decided, by which role, where and why, in the language that is asked for', () => {
  const english = ledgerFeed([entry, rule], { ...place, locale: 'en' });
  expect(english).toContain('<updated>2026-03-04T05:06:07.000Z</updated>');
  expect(english).toContain('Hidden · ncss-2016 4.3.1.2');
  expect(english).toContain('Personal data');
  expect(english).toContain('Rule: notes are published at once · ncss-2016');
  expect(english).toContain('<id>https://law.example/ledger#d-12</id>');
  const chinese = ledgerFeed([entry], { ...place, locale: 'zh-Hans' });
  expect(chinese).toContain('隐藏 · ncss-2016 4.3.1.2');
  expect(chinese).not.toMatch(/Hidden|moderator/);
});

test('is well-formed whatever is asked, and empty where nothing was decided', () => {
  const empty = ledgerFeed([], { ...place, locale: 'en' });
  expect(empty).toContain('<updated>1970-01-01T00:00:00.000Z</updated>');
  expect(empty).not.toContain('<entry>');
  // No ampersand stands bare, and none is escaped twice.
  for (const xml of [empty, ledgerFeed([entry], { ...place, locale: 'zh-Hans' })]) {
    expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;|#)/);
    expect(xml).not.toContain('&amp;amp;');
    expect(xml).toContain('feed.atom?work=ncss-2016&amp;action=hide&amp;lang=');
  }
});
