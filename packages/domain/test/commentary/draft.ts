import type { BibliographyItem } from '../../src/bibliography/csl-fields.ts';
import type { CommentaryDraft, DraftPart, DraftPlace } from '../../src/index.ts';

export const place = (more: Partial<DraftPlace> = {}): DraftPlace => ({
  ...{ kind: 'segment', address: '4.1', from: 's-1', to: 's-1', loci: [], entry: null },
  isGone: false,
  changed: [],
  ...more,
});

export const entry = (label: string, more: Partial<DraftPart> = {}): DraftPart => ({
  ...{ id: `id-${label}`, kind: 'entry', label, title: `On ${label}`, words: 2 },
  ...{ body: `About ${label}.`, places: [place()], refers: [], unresolved: [], cites: [] },
  ...{ unconsented: [], quoted: [] },
  ...more,
});

export const draft = (more: Partial<CommentaryDraft> = {}): CommentaryDraft => ({
  slug: 'notes',
  work: { slug: 'ncss-2016', titles: { en: 'Strategy' } },
  versions: { 'zh-cac': '1.0.0', 'en-creemers': '1.1.0' },
  ...{ language: 'en', title: 'Notes', subtitle: '', abstract: 'What they are.' },
  licence: 'CC-BY-4.0',
  interests: 'None.',
  contributors: [
    { kind: 'person', family: 'Li', given: 'An', orcid: '', affiliation: '', roles: [] },
  ],
  basedOn: [],
  isOriginTakenDown: false,
  items: [],
  acknowledgements: [],
  parts: [entry('T1'), entry('T2')],
  ...more,
});

export const locus = (version: string) => ({
  ...{ edition: 'en-creemers', version, uid: 's-1', start: 0, end: 4 },
  ...{ exact: 'Word', prefix: '', suffix: '' },
});

export const book = (id: string): BibliographyItem => ({ id, type: 'book', title: `On ${id}` });
