/**
 * Students in groups whose sizes differ by one at most. The order is the caller's: a shuffled one
 * makes groups at random; one by how much each has written makes balanced ones, for the turn of the
 * dealing is reversed at each round.
 */
export function divide<Student>(
  order: readonly Student[],
  groups: number,
): readonly (readonly Student[])[] {
  const dealt: Student[][] = Array.from({ length: groups }, () => []);
  order.forEach((student, n) => {
    const round = Math.floor(n / groups);
    const place = n % groups;
    dealt[round % 2 === 0 ? place : groups - 1 - place]?.push(student);
  });
  return dealt;
}

/** How many groups of about a size; the rest of a division makes some larger, never one small. */
export const groupsOfSize = (students: number, size: number): number =>
  Math.max(1, Math.floor(students / size));
