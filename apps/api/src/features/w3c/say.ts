import type { Foreign } from '../annotations/rows.ts';
import type { Fields } from '../exchange/foreign-note.ts';
import type { Aim, Ground } from './aim.ts';
import type { SentAnnotation } from './read-annotation.ts';

/** The address an annotation had before it came here is one it came by (protocol §5.1). */
export function viaOf({ sent, id }: SentAnnotation): Fields {
  const via = sent['via'];
  if (id === null) return via === undefined ? {} : { via };
  const known = via === undefined ? [] : [via].flat();
  if (known.includes(id) || sent['canonical'] === id) return via === undefined ? {} : { via };
  return { via: known.length === 0 ? id : [...known, id] };
}

/**
 * A clause that was named otherwise than we name it is named so again: by its address in a frozen
 * edition, or by a resource around it. What points at words is told from the words.
 */
function targetIn({ sent }: SentAnnotation, aim: Aim, { origin, work }: Ground): Fields {
  if (aim.kind === 'reply' || aim.pointing !== undefined) return {};
  const unit = work.structure.units.find(({ path }) => path === aim.target);
  const ours =
    unit === undefined ? `${origin}/t/${work.head.slug}/${aim.target}` : `${origin}/id/${unit.uid}`;
  return sent['target'] === ours ? {} : { target: sent['target'] };
}

/** What is kept beside the words of a note, as JSON. */
export function saidOf(
  sent: SentAnnotation,
  properties: Fields,
  aim: Aim | null,
  ground: Ground,
): Foreign['said'] {
  return {
    properties: JSON.stringify({
      ...properties,
      ...(aim === null ? {} : targetIn(sent, aim, ground)),
    }),
    words: JSON.stringify(sent.words),
  };
}
