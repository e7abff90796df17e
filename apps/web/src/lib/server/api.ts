import type { Problem } from '@glossator/contract';
import { error, type RequestEvent } from '@sveltejs/kit';
import { asProblem, unreachable } from '../problem/as-problem.ts';
import { erasedSentence } from '#lib/retention/erased-sentence.ts';
import { problemSentence } from '../problem/sentence.ts';
import { apiBase } from './config.ts';
import { forwardHeaders } from './forward.ts';
import { relayCookies } from './relay-cookies.ts';

export type Answer<Value> =
  | { readonly ok: true; readonly status: number; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Every call of the web app's server side to the API goes through here. `path` begins with
 * `/api/`. A refusal is a value; only `required` turns it into an error page.
 */
export async function call<Value>(
  event: RequestEvent,
  method: Method,
  path: `/api/${string}`,
  body?: unknown,
): Promise<Answer<Value>> {
  const headers = forwardHeaders(event, method);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const response = await send(event, path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (response === null) return { ok: false, problem: unreachable };
  if (!response.ok) return { ok: false, problem: await asProblem(response) };
  return { ok: true, status: response.status, value: (await response.json()) as Value };
}

/** The API's answer itself, for what is handed on byte for byte. */
export async function passThrough(
  event: RequestEvent,
  path: `/api/${string}`,
  ...asked: readonly string[]
): Promise<Response> {
  const headers = forwardHeaders(event, 'GET');
  for (const name of asked) {
    const value = event.request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const response = await send(event, path, { headers });
  return response ?? Response.json(unreachable, { status: unreachable.status });
}

/** The value, or the error page that says why not. */
export function required<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  const sentence = erasedSentence(answer.problem);
  if (sentence !== null) error(answer.problem.status, sentence, { code: answer.problem.code });
  refuse(answer.problem.status, answer.problem.code);
}

/** The error page, with the sentence for it. */
export function refuse(status: number, code: string): never {
  error(status, problemSentence(code), { code });
}

async function send(
  event: RequestEvent,
  path: `/api/${string}`,
  init: RequestInit,
): Promise<Response | null> {
  try {
    const response = await fetch(apiBase() + path, { ...init, redirect: 'manual' });
    relayCookies(event.cookies, response);
    return response;
  } catch {
    return null;
  }
}
