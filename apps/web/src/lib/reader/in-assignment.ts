/* An assignment that is read stands in the address of the reader, beside filter and order. */

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** An address, as the page or a request has it. */
interface Address {
  readonly pathname: string;
  readonly searchParams: Pick<URLSearchParams, 'get'>;
}

/** The assignment in an address; whatever else stands there asks for nothing. */
export function readAssignment(url: Pick<Address, 'searchParams'>): string | undefined {
  const id = url.searchParams.get('assignment') ?? '';
  return uuid.test(id) ? id : undefined;
}

/** As a part of a query; empty outside assignments. */
export const assignmentQuery = (id: string | undefined): string =>
  id === undefined ? '' : `assignment=${id}`;

/** An address on the same page with this asked of it, in the assignment that is read. */
export function askHere(url: Address, asked: string): string {
  const inside = assignmentQuery(readAssignment(url));
  return `${url.pathname}?${asked}${inside === '' ? '' : `&${inside}`}`;
}

/** Which notes are asked for: by a filter, in an assignment or outside. */
export const notesQuery = (filter: URLSearchParams, assignment: string | undefined): string =>
  [filter.toString(), assignmentQuery(assignment)].filter((part) => part !== '').join('&');
