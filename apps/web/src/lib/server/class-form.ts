import { limits, type ClassForm } from '@glossator/contract';
import { formText } from './form-text.ts';

export const classLimits = {
  name: limits.classNameLength,
  description: limits.classTextLength,
} as const;

/** The form of a class, as it was typed and as the API takes it. */
export function classForm(data: FormData): ClassForm {
  return {
    name: formText(data, 'name'),
    description: formText(data, 'description'),
    zone: formText(data, 'zone'),
  };
}
