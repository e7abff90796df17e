import { AjvCompiler, type BuildCompilerFromPool } from '@fastify/ajv-compiler';
import {
  SerializerSelector,
  type Serializer,
  type SerializerFactory,
} from '@fastify/fast-json-stringify-compiler';
import formats from 'ajv-formats';
import type { FastifyServerOptions } from 'fastify';
import { compiledOnce } from './compiled-once.ts';

type Validator = ReturnType<ReturnType<BuildCompilerFromPool>>;
interface Route {
  readonly schema?: unknown;
  readonly httpPart?: string;
}

const bodies = new Map<string, Validator>();
const texts = new Map<string, Validator>();
const answers = new Map<string, Serializer>();

// A path and a query are text and are coerced; a body is JSON and never is.
export const buildValidator: BuildCompilerFromPool = (external, options) => {
  const body = asTold(AjvCompiler()(external, options));
  const text = asTold(
    AjvCompiler()(external, {
      ...options,
      customOptions: { ...options?.customOptions, coerceTypes: 'array' },
    } as typeof options),
  );
  const ofBody = compiledOnce(body, bodies);
  const ofText = compiledOnce(text, texts);
  return (route) => {
    const told = route as Route;
    return told.httpPart === 'body' ? ofBody(told) : ofText(told);
  };
};

/** What its types call a schema is the route with its schema. */
function asTold(compile: ReturnType<BuildCompilerFromPool>): (route: Route) => Validator {
  return (route) => compile(route);
}

export const buildSerializer: SerializerFactory = (external, options) =>
  compiledOnce(SerializerSelector()(external, options), answers);

export const ajv = {
  customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true, strict: true },
  plugins: [formats as never],
} as const satisfies NonNullable<FastifyServerOptions['ajv']>;
