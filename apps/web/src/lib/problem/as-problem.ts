import type { Problem } from '@glossator/contract';

/** What is said when the API cannot be reached at all. */
export const unreachable: Problem = {
  type: 'about:blank',
  title: 'Temporarily unavailable',
  status: 503,
  code: 'temporarily-unavailable',
};

/** Reads problem details; an answer that is none (a proxy's page) becomes one. */
export async function asProblem(response: Response): Promise<Problem> {
  const fallback: Problem = {
    type: 'about:blank',
    title: response.statusText || 'Error',
    status: response.status,
    code: response.status >= 500 ? 'temporarily-unavailable' : 'request-malformed',
  };
  try {
    const body: unknown = await response.json();
    return isProblem(body) ? body : fallback;
  } catch {
    return fallback;
  }
}

function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'string' &&
    'status' in value &&
    typeof value.status === 'number'
  );
}
