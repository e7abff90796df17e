import { describe, expect, it } from 'vitest';
import { chooseDraft, parseDraft, type DraftText } from './choose-draft.ts';

const draft = (body: string, saved: string): DraftText => ({ body, saved, layer: 'public' });
const early = draft('early', '2026-01-01T00:00:00Z');
const late = draft('late', '2026-01-01T00:00:05Z');

describe('two drafts of one place', () => {
  it.each([
    ['neither', null, null, null, null],
    ['only this browser’s', early, null, early, null],
    ['only the server’s', null, early, early, null],
    ['a later one here', late, early, late, early],
    ['a later one on the server', early, late, late, early],
    ['the same words twice', draft('late', early.saved), late, late, null],
  ])('%s', (_name, here, stored, shown, offered) => {
    expect(chooseDraft(here, stored)).toEqual({ shown, offered });
  });
});

describe('a draft read back from the browser', () => {
  it.each([
    null,
    '',
    '[]',
    'null',
    '{"body":1}',
    '{"body":"x","layer":"class","saved":"2026-01-01T00:00:00Z"}',
    '{"body":"x","layer":"public","saved":"yesterday"}',
  ])('%s is none', (json) => {
    expect(parseDraft(json)).toBeNull();
  });

  it('is what was stored', () => {
    expect(parseDraft(JSON.stringify(late))).toEqual(late);
  });
});
