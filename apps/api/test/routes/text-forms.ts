import { open, silent, type Rule } from './rule.ts';

const edition = 'http://localhost:3000/t/ncss-2016@zh-cac:1.0.0';
const texts = 'Everybody reads a text in every form, as far as its editions are shown to them.';
const wordless = silent('it tells of texts, and of no notes');

export const textFormsRules = {
  'GET /api/works/{slug}/forms': {
    ...open('/api/works/ncss-2016/forms', texts),
    tells: wordless,
  },
  'GET /api/works/{slug}/forms/{form}': {
    ...open('/api/works/ncss-2016/forms/tei?at=4.3.1.2', texts),
    tells: wordless,
  },
  'GET /api/works/{slug}/archive': {
    ...open('/api/works/ncss-2016/archive', texts),
    tells: wordless,
  },
  'GET /api/dts': {
    ...open('/api/dts', 'Every program learns where texts are served.'),
    tells: wordless,
  },
  'GET /api/dts/collection': {
    ...open('/api/dts/collection', 'Every program reads which texts everybody may read.'),
    tells: wordless,
  },
  'GET /api/dts/navigation': {
    ...open(
      `/api/dts/navigation?down=1&resource=${encodeURIComponent(edition)}`,
      'Every program reads the addresses of a text that everybody may read.',
    ),
    tells: wordless,
  },
  'GET /api/dts/document': {
    ...open(
      `/api/dts/document?ref=4.3.1.2&resource=${encodeURIComponent(edition)}`,
      'Every program reads a text that everybody may read.',
    ),
    tells: wordless,
  },
} satisfies Record<string, Rule>;
