import { acts, reads, silent, type Rule, type World } from './rule.ts';

const file = JSON.stringify({
  total: 1,
  rows: [
    {
      id: 'matrix',
      text: 'A note',
      target: [{ selector: [{ type: 'FragmentSelector', value: 's-00000000' }] }],
    },
  ],
});
const unknown = '01999999-0000-7000-8000-000000000000';
const form = { work: 'ncss-2016', fileName: 'notes.json', text: file };

/** The author's own import, made for this one request. */
async function opened({ site, author }: World): Promise<string> {
  const current = await site.as(author, 'GET', '/api/imports/current');
  const known = current.json<{ import: { id: string } | null }>().import;
  if (known !== null) return known.id;
  return (await site.as(author, 'POST', '/api/imports', form)).json<{ id: string }>().id;
}

const policy = 'An import is its owner’s alone; for others it is not there.';
const onImport = (suffix: string): Omit<Rule, 'tells'> => ({
  policy,
  request: async (world) => ({ url: `/api/imports/${await opened(world)}${suffix}` }),
  statuses: [401, 404, 200, 404],
});

const ownImport = silent('it is the asker’s own import');
const formats = ['markdown', 'csv', 'w3c', 'jsonl'];

export const exchangeRules = {
  'POST /api/imports': {
    policy: 'A member reads a file of notes in.',
    // Opened by a request before it: one at a time.
    before: async ({ site, who }) => {
      if (who === null) return;
      const current = await site.as(who, 'GET', '/api/imports/current');
      const known = current.json<{ import: { id: string } | null }>().import;
      if (known !== null) await site.as(who, 'DELETE', `/api/imports/${known.id}`);
    },
    request: () => ({ url: '/api/imports', payload: form }),
    statuses: [401, 201, 201, 201],
    tells: ownImport,
  },
  'GET /api/imports/current': {
    policy: 'A member sees their own newest import.',
    request: () => ({ url: '/api/imports/current' }),
    statuses: [401, 200, 200, 200],
    tells: ownImport,
  },
  'GET /api/imports/{id}': { ...onImport(''), tells: ownImport },
  'GET /api/imports/{id}/rows': { ...onImport('/rows'), tells: ownImport },
  'GET /api/imports/{id}/left-out': { ...onImport('/left-out'), tells: ownImport },
  'POST /api/imports/{id}/confirmation': {
    ...onImport('/confirmation'),
    tells: acts(() => ({ url: `/api/imports/${unknown}/confirmation` })),
  },
  'DELETE /api/imports/{id}': {
    ...onImport(''),
    tells: acts(() => ({ url: `/api/imports/${unknown}` })),
  },
  'GET /api/export': {
    policy: 'Everyone writes out what they see.',
    request: () => ({ url: '/api/export?format=markdown&work=ncss-2016' }),
    statuses: [200, 200, 200, 200],
    tells: reads(['export'], ({ at, section }) =>
      formats.flatMap((format) => [
        `/api/export?format=${format}&work=ncss-2016&in=${at}`,
        `/api/export?format=${format}&work=ncss-2016&in=${section}&layer=notebook&layer=public`,
      ]),
    ),
  },
} satisfies Record<string, Rule>;
