import { iriAt, listAt, unsupported } from './fields.ts';

/** https://www.w3.org/TR/annotation-model/#motivation-and-purpose */
const known = [
  'assessing',
  'bookmarking',
  'classifying',
  'commenting',
  'describing',
  'editing',
  'highlighting',
  'identifying',
  'linking',
  'moderating',
  'questioning',
  'replying',
  'tagging',
];

/** The reasons a program gives: those of the model, or IRIs of its own. */
export function checkMotivations(value: unknown, at: string): readonly string[] {
  return listAt(value, at).map((each) => {
    if (typeof each === 'string' && known.includes(each)) return each;
    if (typeof each === 'string' && !each.includes(':'))
      throw unsupported(at, 'may only be a motivation of the model, or an IRI');
    return iriAt(each, at);
  });
}
