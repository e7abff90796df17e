import { AjvCompiler, type BuildCompilerFromPool } from '@fastify/ajv-compiler';
import formats from 'ajv-formats';
import type { FastifyServerOptions } from 'fastify';

// A path and a query are text and are coerced; a body is JSON and never is.
export const buildValidator: BuildCompilerFromPool = (external, options) => {
  const body = AjvCompiler()(external, options);
  const text = AjvCompiler()(external, {
    ...options,
    customOptions: { ...options?.customOptions, coerceTypes: 'array' },
  } as typeof options);
  const compile: typeof body = (route, ...rest) =>
    ((route as { httpPart?: string }).httpPart === 'body' ? body : text)(route, ...rest);
  return compile;
};

export const ajv = {
  customOptions: { coerceTypes: false, removeAdditional: false, allErrors: true, strict: true },
  plugins: [formats as never],
} as const satisfies NonNullable<FastifyServerOptions['ajv']>;
