import { limits, type FlagForm } from '@glossator/contract';
import type { FlagReason } from '@glossator/domain';
import { Refusal } from '../../refusal.ts';
import { acceptText } from '../../text-input.ts';
import { focusOn, targetOf } from '../works/address.ts';
import type { Structure } from '../works/text-store.ts';

/** What a flag says, checked. */
export interface Said {
  readonly reason: FlagReason;
  readonly words: string;
  readonly clause: { readonly from: string; readonly to: string } | null;
  readonly law: string;
  readonly territory: string;
  readonly goodFaith: boolean;
}

const needed = (detail: string): Refusal => new Refusal('flag-incomplete', detail);

/** Empty where nothing is said. */
const optional = (text: string | undefined, field: string, max: number): string =>
  (text ?? '').trim() === '' ? '' : acceptText(text ?? '', { field, max });

/** What the words must say, where the reason alone tells a moderator too little. */
const wanted: Partial<Record<FlagReason, string>> = {
  misquotes: 'Copy the words that are quoted wrongly.',
  other: 'Say in a sentence what is wrong with it.',
  unlawful: 'Say why it breaks that law.',
};

function clauseSaid(form: FlagForm, structure: Structure, here: string): Said['clause'] {
  const address = (form.clause ?? '').trim();
  if (address === '') throw needed('Say which clause it belongs to, by its address.');
  const { from, to } = targetOf(focused(structure, address));
  if (`${from} ${to}` === here)
    throw new Refusal('address-unknown', 'It stands at that clause already; name another one.');
  return { from, to };
}

/** An address that was typed into a field is wrong as a value, not as the address of a page. */
function focused(structure: Structure, address: string) {
  try {
    return focusOn(structure, address);
  } catch (error) {
    if (error instanceof Refusal)
      throw new Refusal('address-unknown', `This work has no clause at ${address}.`);
    throw error;
  }
}

/** `here`: the uids between which the note stands, with a space between. */
export function saidIn(form: FlagForm, structure: Structure, here: string): Said {
  const { reason } = form;
  const words = optional(form.words, 'What you say', limits.flagWords);
  if (words === '' && wanted[reason] !== undefined) throw needed(wanted[reason]);
  const bare = { reason, words, clause: null, law: '', territory: '', goodFaith: false };
  if (reason === 'wrong-clause') return { ...bare, clause: clauseSaid(form, structure, here) };
  if (reason !== 'unlawful') return bare;
  const law = optional(form.law, 'The law', limits.flagLaw);
  const territory = optional(form.territory, 'Where it holds', limits.flagLaw);
  if (law === '') throw needed('Say which law it breaks.');
  if (territory === '') throw needed('Say where that law holds.');
  if (form.goodFaith !== true)
    throw needed('Confirm that what you say is true and complete as far as you know.');
  return { ...bare, law, territory, goodFaith: true };
}
