import { formatCitation } from '@glossator/document';
import type { ReleasePlace } from '@glossator/domain';
import type { CitedClause } from '@glossator/domain/cite';
import type { LoadedWork } from '../works/text-store.ts';

/** A clause, section or range as citations write it. */
export function clauseOf({ head }: LoadedWork, address: string): CitedClause {
  const written = (language: string): string => {
    const formatted = formatCitation(address, head, language);
    return formatted.ok ? formatted.value : address;
  };
  return { address, citation: { en: written('en'), 'zh-Hans': written('zh-Hans') } };
}

/** A place of an entry, as it was released: its clause, and which editions are meant where two are. */
export function clauseOfPlace(
  work: LoadedWork,
  { kind, address, loci, entry }: ReleasePlace,
): CitedClause {
  const clause = clauseOf(work, address);
  const more = (open: string, close: string): string => {
    if (entry !== null) return `${open}${entry.edition} ${entry.number}${close}`;
    if (kind !== 'hinge') return '';
    return `${open}${loci.map(({ edition }) => edition).join(' ⇄ ')}${close}`;
  };
  return {
    address,
    citation: {
      en: `${clause.citation.en}${more(' (', ')')}`,
      'zh-Hans': `${clause.citation['zh-Hans']}${more('（', '）')}`,
    },
  };
}
