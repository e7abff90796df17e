import type { WorkView } from '@glossator/contract';
import { formatCitation } from '@glossator/document';

/** `IV(3) ¶1 s. 2` in the interface's language; the bare address where it has no such form. */
export function citation(work: Pick<WorkView, 'levels'>, address: string, locale: string): string {
  const formatted = formatCitation(address, work, locale);
  return formatted.ok ? formatted.value : address;
}
