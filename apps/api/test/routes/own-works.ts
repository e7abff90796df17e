import { silent, type Cell, type Rule, type World } from './rule.ts';
import { bringWork, setStanding } from '../support/own-work.ts';

const policy =
  'A text of somebody’s own is theirs alone: to all others, an administrator as well, there is none.';

const ownText =
  (suffix: string, payload?: Record<string, unknown>, standing?: 'offered') =>
  async ({ site, author }: World): Promise<Cell> => {
    const work = await bringWork(site, author);
    if (standing !== undefined) await setStanding(site, work, standing);
    return {
      url: `/api/works/${work.slug}${suffix}`,
      ...(payload === undefined ? {} : { payload }),
    };
  };
const ofOwner = (suffix: string, payload?: Record<string, unknown>, standing?: 'offered') => ({
  policy,
  request: ownText(suffix, payload, standing),
  statuses: [401, 404, 200, 404] as const,
});
const noClass = '/classes/01999999-0000-7000-8000-000000000000';
const offer = { action: 'offer', message: 'I wrote it.' };
const notANote = silent('it is about where a text stands');

export const ownWorksRules = {
  'GET /api/account/works': {
    policy: 'Everybody lists their own texts.',
    request: () => ({ url: '/api/account/works' }),
    statuses: [401, 200, 200, 200],
    tells: notANote,
  },
  'GET /api/editing/works': {
    policy: 'Text editors alone list what is offered; an administrator is none by that.',
    request: () => ({ url: '/api/editing/works?standing=offered' }),
    statuses: [401, 403, 403, 403],
    tells: notANote,
  },
  'GET /api/works/{slug}/standing': { ...ofOwner('/standing'), tells: notANote },
  'POST /api/works/{slug}/standing': { ...ofOwner('/standing', offer), tells: notANote },
  'POST /api/works/{slug}/standing/letter': {
    ...ofOwner('/standing/letter', { action: 'take-back' }, 'offered'),
    tells: notANote,
  },
  'PUT /api/works/{slug}/classes/{class}': {
    ...ofOwner(noClass),
    policy: 'An owner gives a text to a class where they teach; another class is none to them.',
    statuses: [401, 404, 404, 404],
    tells: notANote,
  },
  'DELETE /api/works/{slug}/classes/{class}': {
    ...ofOwner(noClass),
    policy: 'An owner takes back what they gave.',
    statuses: [401, 404, 404, 404],
    tells: notANote,
  },
  'DELETE /api/works/{slug}': { ...ofOwner(''), tells: notANote },
  'GET /api/classes/{id}/texts': {
    policy: 'What a class was given is told to its people.',
    request: () => ({ url: '/api/classes/01999999-0000-7000-8000-000000000000/texts' }),
    statuses: [401, 404, 404, 404],
    tells: notANote,
  },
} satisfies Record<string, Rule>;
