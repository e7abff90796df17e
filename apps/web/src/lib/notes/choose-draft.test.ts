import { describe, expect, it } from 'vitest';
import { chooseDraft, parseDraft, type DraftText } from './choose-draft.ts';

const draft = (body: string, saved: string, version = ''): DraftText => ({
  body,
  saved,
  version,
  layer: 'public',
  kind: 'question',
  tags: 'a, b',
  pointing: { kind: 'words', edition: 'zh', version: '1.0.0', words: '网络' },
  device: '',
  begun: 2,
});
const early = draft('early', '2026-01-01T00:00:00Z');
const late = draft('late', '2026-01-01T00:00:05Z');
const last = draft('last', '2026-01-01T00:00:09Z');
const begun = draft('begun', early.saved, 'v1');
const gone = draft('begun and gone on', late.saved, 'v1');

describe('versions of one draft', () => {
  it.each([
    ['none', [], [], null, []],
    ['only this browser’s', [early], [], early, []],
    ['only the server’s', [], [early], early, []],
    ['a later one here', [late], [early], late, [early]],
    ['a later one on the server', [early], [late], late, [early]],
    ['three devices', [late], [last, early], last, [late, early]],
    ['two tabs of this browser', [late, early], [], late, [early]],
    ['the same words twice', [draft('late', early.saved)], [late], late, []],
    ['what was gone on with here', [gone], [begun], gone, []],
    ['the same, and another’s', [gone], [last, begun], last, [gone]],
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
    '{"body":"x","layer":"waiting","saved":"2026-01-01T00:00:00Z"}',
    '{"body":"x","layer":"public","saved":"yesterday"}',
  ])('%s is none', (json) => {
    expect(parseDraft(json)).toBeNull();
  });

  it('is what was stored', () => {
    expect(parseDraft(JSON.stringify(late))).toEqual(late);
  });

  it('of an earlier kind is read as well', () => {
    const { body, layer, saved } = late;
    const read = parseDraft(JSON.stringify({ body, layer, saved, kind: 'nonsense' }));
    expect(read).toEqual({ ...late, kind: 'comment', tags: '', pointing: null, begun: 0 });
  });
});
