import { mostTogether } from '@glossator/contract';
import { queueQuery } from '#lib/queue/queue-query.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const idsIn = (address: URLSearchParams, name: string): string[] => [
  ...new Set(address.getAll(name).filter((id) => uuid.test(id))),
];

/** What an address chooses, as the API reads it; what is no id is not there. */
export function choiceQuery(address: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams();
  for (const name of ['case', 'group'])
    for (const id of idsIn(address, name).slice(0, mostTogether)) query.append(name, id);
  return query;
}

/** The list that it was chosen from, as an address of the queue writes it. */
export const fromIn = (address: URLSearchParams): string =>
  queueQuery(new URLSearchParams(address.get('from') ?? '')).toString();

/** A case as it was seen: `<id>.<version>.<revision>.<proposal>`, as the forms send it. */
export interface SeenCase {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly proposal: number;
}
export const writeSeen = ({ id, version, revision, proposal }: SeenCase): string =>
  [id, version, revision, proposal].join('.');

export function readSeen(text: string): SeenCase | null {
  const [id = '', ...numbers] = text.split('.');
  const [version, revision, proposal] = numbers.map((each) =>
    /^\d{1,9}$/.test(each) ? +each : NaN,
  );
  if (!uuid.test(id) || numbers.length !== 3) return null;
  const read = {
    id,
    version: version ?? NaN,
    revision: revision ?? NaN,
    proposal: proposal ?? NaN,
  };
  return read.version > 0 && read.revision > 0 && read.proposal >= 0 ? read : null;
}
