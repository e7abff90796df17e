import { fold, tokenizerVersion, tokensOf, type Folded } from '@glossator/document';
import { tagKey } from '@glossator/domain';
import { foldHan } from '../../fold-han.ts';

/** What a note is found by, as it is stored. */
export interface Findable {
  readonly tokenizer: number;
  readonly folded: string;
  readonly tokens: readonly string[];
  readonly tags: readonly string[];
}

export const foldText = (text: string): Folded => fold(text, foldHan);

export function findable(plain: string, tags: readonly string[]): Findable {
  const { text } = foldText(plain);
  return {
    tokenizer: tokenizerVersion,
    folded: text,
    tokens: tokensOf(text),
    tags: tags.map(tagKey),
  };
}
