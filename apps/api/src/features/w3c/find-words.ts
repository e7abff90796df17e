import { limits, type Pointing } from '@glossator/contract';
import { codePointLength, describeRange, occurrences, resolveSelector } from '@glossator/document';
import { Refusal } from '../../refusal.ts';
import { isWithheld } from '../works/service.ts';
import type { Viewer } from '../../plugins/session.ts';
import type { Focus } from '../works/address.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';
import type { SentTarget } from './read-target.ts';

type RangeLocus = Extract<Pointing, { kind: 'range' }>['loci'][number];

interface Range {
  readonly start: number;
  readonly end: number;
}

const mismatch = (why: string): Refusal =>
  new Refusal('pointing-mismatch', `${why}; nothing was stored.`);

function byPosition(reading: string, { quote, position }: SentTarget): readonly Range[] {
  if (position === null) return [];
  const at = describeRange(reading, position, 0);
  if (!at.ok) throw mismatch('There are no such characters in this clause');
  if (quote === null) return [position];
  const { exact, prefix, suffix } = normal(quote);
  if (!resolveSelector(reading, { ...position, exact, prefix, suffix }).ok)
    throw mismatch('The quotation does not stand at that position');
  return [position];
}

const normal = ({ exact, prefix, suffix }: NonNullable<SentTarget['quote']>) => ({
  exact: exact.normalize('NFC'),
  prefix: prefix.normalize('NFC'),
  suffix: suffix.normalize('NFC'),
});

/** Everywhere the words stand with what is said to be around them. */
function byQuote(reading: string, { quote }: SentTarget): readonly Range[] {
  if (quote === null) return [];
  const { exact, prefix, suffix } = normal(quote);
  const size = codePointLength(exact);
  return occurrences(reading, exact)
    .map((start) => ({ start, end: start + size }))
    .filter((range) => resolveSelector(reading, { ...range, exact, prefix, suffix }).ok);
}

/**
 * The words of one edition version that both selectors, or the one that is there, name in a clause or
 * section. They have to stand there exactly once: nothing is guessed.
 */
export async function findWords(
  texts: TextStore,
  work: LoadedWork,
  viewer: Pick<Viewer, 'person' | 'works'>,
  { focus, edition, version }: { focus: Focus; edition: string; version: string },
  sent: SentTarget,
): Promise<RangeLocus> {
  const head = work.editions.find(
    (each) => each.edition_id === edition && each.version === version,
  );
  if (head === undefined) throw new Error('a pin was not looked up');
  if (isWithheld(head, viewer))
    throw new Refusal('edition-withheld', 'The words of this edition are not shown here.');
  if (sent.position !== null && focus.kind !== 'segment')
    throw mismatch('A position counts the characters of one clause, which its source has to name');
  const { texts: readings } = await texts.version(head.version_id);
  const found = focus.segments.flatMap(({ uid, path }) => {
    const reading = readings.get(uid)?.reading ?? '';
    const ranges = sent.position === null ? byQuote(reading, sent) : byPosition(reading, sent);
    return ranges.map((range) => ({ at: path, reading, range }));
  });
  const [place, second] = found;
  if (place === undefined)
    throw new Refusal(
      'words-absent',
      'These words do not stand in this clause; nothing was stored.',
    );
  if (second !== undefined)
    throw new Refusal(
      'words-ambiguous',
      'These words stand more than once in this clause; say with prefix, suffix or position which.',
    );
  const described = describeRange(place.reading, place.range, limits.contextLength);
  if (!described.ok) throw mismatch('There are no such characters in this clause');
  return { edition, version, at: place.at, ...described.value };
}
