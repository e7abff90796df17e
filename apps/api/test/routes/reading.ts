import { inAssignment, open, reads, silent, type Rule } from './rule.ts';

export const readingRules = {
  'GET /api/health/live': {
    ...open('/api/health/live', 'Anyone asks whether it runs.'),
    tells: silent('it is about the server'),
  },
  'GET /api/health/ready': {
    ...open('/api/health/ready', 'Anyone asks whether it is ready.'),
    tells: silent('it is about the server'),
  },
  'GET /api/home': { ...open('/api/home'), tells: reads(['count', 'notice'], () => ['/api/home']) },
  'GET /api/works': { ...open('/api/works'), tells: reads(['count'], () => ['/api/works']) },
  'GET /api/works/{slug}/reading': {
    ...open('/api/works/ncss-2016/reading?at=4.3'),
    tells: reads(
      ['list', 'count', 'heat', 'notice'],
      ({ at, section, thread, note, author, assignment }) => [
        ...inAssignment(
          assignment,
          `/api/works/ncss-2016/reading?at=${at}`,
          `/api/works/ncss-2016/reading?at=${section}&note=${note}`,
          `/api/works/ncss-2016/reading?at=${at}&by=${author.handle}`,
          `/api/works/ncss-2016/reading?at=${section}&kind=comment`,
        ),
        '/api/works/ncss-2016/reading',
        `/api/works/ncss-2016/reading?at=${at}`,
        `/api/works/ncss-2016/reading?at=${at}&note=${note}`,
        `/api/works/ncss-2016/reading?at=${section}&note=${note}`,
        `/api/works/ncss-2016/reading?at=${at}&thread=${thread}`,
        `/api/works/ncss-2016/reading?at=${at}&by=${author.handle}`,
        `/api/works/ncss-2016/reading?at=${at}&tag=secret`,
        `/api/works/ncss-2016/reading?at=${section}&layer=notebook&is=open`,
      ],
    ),
  },
  'GET /api/works/{slug}/print': {
    ...open('/api/works/ncss-2016/print?at=4.3&notes=public'),
    tells: reads(['export'], ({ at, section }) => [
      `/api/works/ncss-2016/print?at=${at}&notes=mine&notes=public&notes=class`,
      `/api/works/ncss-2016/print?at=${section}&notes=class`,
      '/api/works/ncss-2016/print?notes=mine&notes=public',
    ]),
  },
  'GET /api/works/{slug}/editions/{edition}/text': {
    ...open('/api/works/ncss-2016/editions/zh-cac/text'),
    tells: silent('it is the text of the law'),
  },
  'GET /api/works/{slug}/address': {
    ...open('/api/works/ncss-2016/address?cite=4.3.1.2'),
    tells: silent('it is an address in the text'),
  },
  'GET /api/works/{slug}/witness': {
    ...open('/api/works/ncss-2016/witness'),
    tells: silent('it is the copy of the text'),
  },
  'GET /api/works/{slug}/witness/lines/{line}/{column}': {
    ...open('/api/works/ncss-2016/witness/lines/151/3'),
    tells: silent('it is a character of the copy'),
  },
  'GET /api/works/{slug}/trace': {
    ...open('/api/works/ncss-2016/trace?edition=zh-cac&clause=4.3.1.2&at=3'),
    tells: silent('it is a character of the text'),
  },
  'GET /api/works/{slug}/apparatus': {
    ...open('/api/works/ncss-2016/apparatus'),
    tells: silent('it is the apparatus of the text'),
  },
  'GET /api/works/{slug}/apparatus/{edition}/{number}': {
    ...open('/api/works/ncss-2016/apparatus/en-creemers/G1'),
    tells: reads(['list'], () => [
      '/api/works/ncss-2016/apparatus/en-creemers/G1',
      '/api/works/ncss-2016/apparatus/zh-cac/G2',
    ]),
  },
  'GET /api/works/{slug}/terms': {
    ...open('/api/works/ncss-2016/terms?at=4.6'),
    tells: silent('it is about words of the text'),
  },
  'GET /api/works/{slug}/terms/{term}': {
    ...open(`/api/works/ncss-2016/terms/${encodeURIComponent('统筹')}`),
    tells: silent('it is about words of the text'),
  },
  'GET /api/works/{slug}/terms/{term}/threads': {
    ...open(
      `/api/works/ncss-2016/terms/${encodeURIComponent('统筹')}/threads`,
      'Everyone reads what is said in public about a term.',
    ),
    tells: reads(['list'], ({ assignment }) =>
      ['统筹', '关键信息基础设施'].flatMap((term) => {
        const url = `/api/works/ncss-2016/terms/${encodeURIComponent(term)}/threads?limit=100`;
        return [url, ...inAssignment(assignment, url)];
      }),
    ),
  },
  'POST /api/verify': {
    policy: 'Everyone asks whether words stand in a text that they may read.',
    request: () => ({ url: '/api/verify', payload: { text: '没有网络安全就没有国家安全' } }),
    statuses: [200, 200, 200, 200],
    tells: silent('it compares what the asker types with the text of the law'),
  },
  'GET /api/units/{uid}': {
    ...open('/api/units/s-ck0wd8v6'),
    tells: silent('it is an address in the text'),
  },
  'GET /api/site': {
    ...open('/api/site', 'Everyone reads imprint, contact and how to register.'),
    tells: silent('it is about how the site is run'),
  },
} satisfies Record<string, Rule>;
