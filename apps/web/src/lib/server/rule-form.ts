import type { HoldRuleForm } from '@glossator/contract';
import { modes } from '../hold-rules/mode-words.ts';
import { numberNames, type NumberName } from '../hold-rules/numbers.ts';
import { formText } from './form-text.ts';

/** What is no whole number becomes one that no rule may have: the API says which field it is. */
const wholeNumber = (text: string): number => (/^\s*\d{1,6}\s*$/u.test(text) ? Number(text) : -1);

/** The form of a rule, as it was typed and as the API takes it. */
export function ruleForm(data: FormData): {
  readonly values: Record<string, string>;
  readonly rule: HoldRuleForm;
} {
  const text = (name: string): string => formText(data, name).trim();
  const numbers = Object.fromEntries(
    numberNames.map((name) => [name, wholeNumber(text(name))]),
  ) as Record<NumberName, number>;
  const mode = modes.find((each) => each === text('mode')) ?? 'hold-newcomers';
  const address = data.has('address') ? text('address') : null;
  return {
    values: {
      ...Object.fromEntries(numberNames.map((name) => [name, formText(data, name)])),
      mode,
      address: address ?? '',
      key: text('key'),
    },
    rule: { address, mode, ...numbers, version: Number(text('version')) || 0 },
  };
}
