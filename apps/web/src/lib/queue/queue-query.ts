import { queueKinds } from '@glossator/domain';

const fields = ['kind', 'work', 'claimed', 'author', 'at', 'group'] as const;

/** What an address asks of the queue, as the API reads it: fields left empty are not there. */
export function queueQuery(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of fields) {
    const value = address.get(name)?.trim() ?? '';
    if (value !== '' && (name !== 'kind' || (queueKinds as readonly string[]).includes(value)))
      query.set(name, value);
  }
  return query;
}

/** An address of the queue or of one case, among the same. */
export const queueHref = (asked: string, id = ''): string =>
  `/moderation${id === '' ? '' : `/${id}`}${asked === '' ? '' : `?${asked}`}`;
