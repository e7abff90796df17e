/** What somebody did for a work: the fourteen roles of CRediT (ANSI/NISO Z39.104-2022), in its order. */
export const creditRoles = [
  'conceptualization',
  'data-curation',
  'formal-analysis',
  'funding-acquisition',
  'investigation',
  'methodology',
  'project-administration',
  'resources',
  'software',
  'supervision',
  'validation',
  'visualization',
  'writing-original-draft',
  'writing-review-editing',
] as const;
export type CreditRole = (typeof creditRoles)[number];

const shape = /^(?:https?:\/\/orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])$/i;

/** ISO 7064 MOD 11-2, over the fifteen digits before the last. */
function checkCharacter(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const left = (12 - (total % 11)) % 11;
  return left === 10 ? 'X' : String(left);
}

/** An ORCID iD as it is written or pasted, in its short form; null where it cannot be one. */
export function readOrcid(text: string): string | null {
  const id = shape.exec(text.trim())?.[1]?.toUpperCase();
  if (id === undefined) return null;
  const digits = id.replaceAll('-', '');
  return checkCharacter(digits.slice(0, -1)) === digits.at(-1) ? id : null;
}
