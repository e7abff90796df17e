/** Whose names are told: to all; to the staff alone; to the staff once it is released. */
export const nameChoices = ['real', 'pseudonym', 'blind'] as const;
export type NameChoice = (typeof nameChoices)[number];

/** Whether the staff is told who wrote: where it judges blind, once it is released. */
export const staffKnowsNames = ({
  names,
  released,
}: {
  readonly names: NameChoice;
  readonly released: string | null;
}): boolean => names !== 'blind' || released !== null;

// Words that say nothing of whoever has them, in both languages of the interface.
const birds = [
  'Avocet',
  'Bittern',
  'Bunting',
  'Crane',
  'Curlew',
  'Dunlin',
  'Egret',
  'Fieldfare',
  'Finch',
  'Godwit',
  'Grebe',
  'Heron',
  'Hoopoe',
  'Ibis',
  'Jackdaw',
  'Kestrel',
  'Kingfisher',
  'Lapwing',
  'Linnet',
  'Magpie',
  'Merlin',
  'Nightjar',
  'Oriole',
  'Osprey',
  'Ouzel',
  'Petrel',
  'Pipit',
  'Plover',
  'Quail',
  'Redstart',
  'Rook',
  'Sandpiper',
  'Siskin',
  'Stork',
  'Swift',
  'Tern',
  'Thrush',
  'Wagtail',
  'Warbler',
  'Wren',
] as const;

/** How many names there are before numbers must grow longer: more than a class has people. */
export const pseudonyms = birds.length * 90;

/** The name of a number drawn at random; the same number gives the same name. */
export function pseudonymOf(drawn: number): string {
  const bird = birds[drawn % birds.length] ?? birds[0];
  return `${bird} ${String(10 + (Math.floor(drawn / birds.length) % 90))}`;
}
