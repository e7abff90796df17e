import type { Fault } from '@glossator/api/operations';

/** What is wrong, in one sentence. */
export function faultSentence(fault: Fault): string {
  switch (fault.kind) {
    case 'missing':
      return `Row ${fault.seq} is missing: after row ${String(BigInt(fault.seq) - 1n)} comes row ${fault.next}.`;
    case 'form-unknown':
      return `Row ${fault.seq} is written in a form that this version does not know: it was changed, or the program is older than the data.`;
    case 'unlinked':
      return `Row ${fault.seq} does not go on from the row before it: rows were put in, taken out or put in another order there.`;
    case 'altered':
      return `Row ${fault.seq} was changed: what it says does not give its digest.`;
    case 'words-altered':
      return `The words of row ${fault.seq} were changed: they do not give the digest in their row.`;
    case 'cut':
      return `The end is cut off: the log had reached row ${fault.noted}, and ends at row ${fault.seq}.`;
    case 'rewritten':
      return `Row ${fault.seq} has another digest than was noted down: the log was written anew up to there.`;
  }
}
