import type { ReleaseDocument } from '@glossator/domain';
import { say } from './say.ts';

/** Whose notes a release quotes, each with the parts that do; nothing where it quotes none. */
export const thanksIn = ({ acknowledgements = [], language }: ReleaseDocument): string =>
  acknowledgements
    .map(({ how, credit, parts }) => {
      const name = how === 'anonymous' ? say(language).reader : credit;
      return parts.length === 0 ? name : `${name} (${parts.join(', ')})`;
    })
    .join('; ');
