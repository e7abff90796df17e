import { readPeriod } from './period.ts';

/** What an address of the report asks of the API, which refuses a period that is none. */
export function reportQuery(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  const work = address.get('work')?.trim() ?? '';
  const name = address.get('period')?.trim() ?? '';
  if (work !== '') query.set('work', work);
  if (name === '') return query;
  const { from, to } = readPeriod(name) ?? { from: name, to: name };
  query.set('from', from);
  query.set('to', to);
  return query;
}
