import { Localised, ReleaseChangeForm } from '@glossator/contract';
import type { ReleaseChange } from '@glossator/document';
import { Type } from 'typebox';
import { Errors } from 'typebox/value';
import { OperatorError } from '../../db/operator-error.ts';
import type { DeclaredChanges } from './on-command-line.ts';

const File = Type.Object(
  { change: Localised, changes: Type.Array(ReleaseChangeForm, { minItems: 1 }) },
  { additionalProperties: false },
);

/** A file of changes, as the program and the draft of an editor declare them. */
export function readDeclared(text: string, file: string): DeclaredChanges {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new OperatorError(`${file} is no JSON.`);
  }
  const [wrong] = Errors(File, value);
  if (wrong !== undefined)
    throw new OperatorError(
      `${file} does not declare a release: ${wrong.instancePath || '/'} ${wrong.message}. It holds { "change": { "en": "…" }, "changes": [ … ] }.`,
    );
  const { change, changes } = value as { change: Record<string, string>; changes: ReleaseChange[] };
  return { change, changes };
}
