import { acts, silent, type Rule, type World } from './rule.ts';

const source = { lang: 'en', text: 'Article 1. All may write.\n', fileName: '', file: '' };
const form = { title: 'An act', sources: [source] };
const unknown = '01999999-0000-7000-8000-000000000000';

/** The author's own, ready, made for this one request. */
async function ready({ site, author }: World): Promise<string> {
  const { id } = (await site.as(author, 'POST', '/api/text-imports', form)).json<{ id: string }>();
  for (let n = 0; n < 200; n += 1) {
    const { state } = (await site.as(author, 'GET', `/api/text-imports/${id}`)).json<{
      state: string;
    }>();
    if (state !== 'reading') break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return id;
}

const ownText = silent('it is the asker’s own text, which is in no work yet');
const theirs = (suffix: string, payload?: Record<string, unknown>): Omit<Rule, 'tells'> => ({
  policy: 'A text that somebody brings is theirs alone; for others it is not there.',
  request: async (world) => ({
    url: `/api/text-imports/${await ready(world)}${suffix}`,
    ...(payload === undefined ? {} : { payload }),
  }),
  statuses: [401, 404, 200, 404],
});
const own = (suffix: string, payload: Record<string, unknown>): Rule => ({
  ...theirs(suffix, payload),
  tells: acts(() => ({ url: `/api/text-imports/${unknown}${suffix}`, payload })),
});

const correction = { do: 'check', unit: 1, checked: true };
const standing = { version: 0, from: 0 };

export const textImportsRules = {
  'POST /api/text-imports': {
    policy: 'A member brings a text of their own.',
    request: () => ({ url: '/api/text-imports', payload: form }),
    statuses: [401, 201, 201, 201],
    tells: ownText,
  },
  'GET /api/text-imports': {
    policy: 'A member sees the texts that they bring.',
    request: () => ({ url: '/api/text-imports' }),
    statuses: [401, 200, 200, 200],
    tells: ownText,
  },
  'GET /api/text-imports/{id}': { ...theirs(''), tells: ownText },
  'GET /api/text-imports/{id}/rows': { ...theirs('/rows'), tells: ownText },
  'GET /api/text-imports/{id}/furniture': { ...theirs('/furniture'), tells: ownText },
  'POST /api/text-imports/{id}/corrections': own('/corrections', {
    ...standing,
    corrections: [correction],
  }),
  'POST /api/text-imports/{id}/undo': {
    ...own('/undo', standing),
    // Nothing was corrected yet.
    statuses: [401, 404, 422, 404],
  },
  'POST /api/text-imports/{id}/furniture': {
    ...own('/furniture', { version: 0, act: 'confirm', ids: [1], reason: null }),
    // Nothing was set aside.
    statuses: [401, 404, 422, 404],
  },
  'POST /api/text-imports/{id}/reading': own('/reading', { version: 0, n: 0, encoding: 'utf-8' }),
  'POST /api/text-imports/{id}/publication': {
    ...own('/publication', {
      ...{ version: 0, slug: 'act', titles: { en: 'An Act' }, abbreviation: 'Act', issuer: {} },
      ...{ issued: '2020-01-01', original: 0, rights: '' },
    }),
    statuses: [401, 404, 202, 404],
  },
  'DELETE /api/text-imports/{id}': {
    ...theirs(''),
    tells: acts(() => ({ url: `/api/text-imports/${unknown}` })),
  },
} satisfies Record<string, Rule>;
