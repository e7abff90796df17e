import { problemCodes } from '@glossator/contract';
import { expect, test } from 'vitest';
import { fieldOf } from './field-of.ts';

test.each([
  ['name-empty', ['name', 'email', 'password'], 'name'],
  ['email-malformed', ['name', 'email', 'password'], 'email'],
  ['password-too-short', ['current', 'password'], 'password'],
  ['password-wrong', ['current', 'password'], 'current'],
  ['password-wrong', ['password'], 'password'],
  ['password-wrong', ['name'], undefined],
  ['sign-in-refused', ['email', 'password'], undefined],
])('%s in %j is about %s', (code, names, field) => {
  expect(Object.keys(problemCodes)).toContain(code);
  expect(fieldOf(code, names)).toBe(field);
});
