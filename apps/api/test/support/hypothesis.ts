import { shippedWorks } from '@glossator/document/seed';

/** The words of one clause of the strategy. */
export function clause(edition: string, path: string): string {
  const shipped = shippedWorks.find(({ work }) => work.slug === 'ncss-2016');
  const uid = shipped?.units.find((unit) => unit.path === path)?.uid;
  const version = shipped?.versions.find((each) => each.edition.id === edition);
  const text = version?.texts.find((each) => each.uid === uid)?.reading;
  if (text == null) throw new Error(`no words at ${path} of ${edition}`);
  return text;
}

interface Details {
  readonly text?: unknown;
  readonly quote?: { exact: string; prefix?: string; suffix?: string };
  readonly references?: unknown;
  readonly tags?: unknown;
  readonly user?: string;
}

/** One annotation as the API of Hypothesis answers it and its client exports it. */
export function foreignNote(id: string, { text, quote, references, tags, user }: Details = {}) {
  const source = 'https://chinacopyrightandmedia.wordpress.com/2016/12/27/strategy/';
  return {
    id,
    created: '2024-03-05T09:12:44.183201+00:00',
    updated: '2024-03-05T09:12:44.183201+00:00',
    user: user ?? 'acct:li.wei@hypothes.is',
    user_info: { display_name: 'Li Wei' },
    uri: source,
    text: text ?? `On ${id}`,
    tags: tags ?? ['sovereignty'],
    group: '__world__',
    permissions: { read: ['group:__world__'], admin: ['acct:li.wei@hypothes.is'] },
    target: [
      {
        source,
        ...(quote === undefined
          ? {}
          : {
              selector: [
                {
                  type: 'RangeSelector',
                  startContainer: '/div[1]/p[3]',
                  startOffset: 0,
                  endContainer: '/div[1]/p[3]',
                  endOffset: quote.exact.length,
                },
                { type: 'TextPositionSelector', start: 1204, end: 1204 + quote.exact.length },
                {
                  type: 'TextQuoteSelector',
                  exact: quote.exact,
                  prefix: quote.prefix ?? '',
                  suffix: quote.suffix ?? '',
                },
              ],
            }),
      },
    ],
    document: { title: ['National Cyberspace Security Strategy'] },
    links: { html: `https://hypothes.is/a/${id}` },
    flagged: false,
    hidden: false,
    ...(references === undefined ? {} : { references }),
  };
}

export const asSearch = (rows: readonly unknown[]): string =>
  JSON.stringify({ total: rows.length, rows });
export const asExport = (annotations: readonly unknown[]): string =>
  JSON.stringify({
    export_date: '2024-04-01T10:00:00.000Z',
    export_userid: 'acct:li.wei@hypothes.is',
    client_version: '1.1450.0',
    annotations,
  });
