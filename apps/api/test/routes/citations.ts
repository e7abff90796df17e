import { open, reads, silent, type Rule } from './rule.ts';

const slug = 'ncss-2016-textual-notes';
const published = silent('it tells of what was published, and of no notes');
const of = (path: string): string => encodeURIComponent(path);

export const citationsRules = {
  'GET /api/citations': {
    policy: 'Everybody reads how what is public is cited, and of the rest nobody, whoever asks.',
    request: () => ({ url: `/api/citations?of=${of(`/c/${slug}@1.0/T1`)}` }),
    statuses: [200, 200, 200, 200],
    tells: reads(['single'], ({ note }) => [`/api/citations?of=${of(`/n/${note}`)}`]),
  },
  'GET /api/citations/file': {
    policy: 'Everybody reads how what is public is cited, and of the rest nobody, whoever asks.',
    request: () => ({ url: `/api/citations/file?format=ris&of=${of('/t/ncss-2016/4.3.1.2')}` }),
    statuses: [200, 200, 200, 200],
    tells: reads(['single'], ({ note }) => [
      `/api/citations/file?format=csl&of=${of(`/n/${note}`)}`,
    ]),
  },
  'GET /api/feeds/releases': {
    ...open('/api/feeds/releases', 'Everyone reads what was published of commentaries.'),
    tells: published,
  },
  'GET /api/feeds/releases/{slug}': {
    ...open('/api/feeds/releases/ncss-2016', 'Everyone reads what was published of commentaries.'),
    tells: published,
  },
  'GET /api/sitemap': {
    ...open('/api/sitemap', 'Search engines are told of what everybody reads.'),
    tells: published,
  },
  'GET /api/sitemap/{kind}/{slug}': {
    ...open(`/api/sitemap/c/${slug}`, 'Search engines are told of what everybody reads.'),
    tells: published,
  },
} satisfies Record<string, Rule>;
