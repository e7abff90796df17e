import { isDeepStrictEqual } from 'node:util';
import type { NoteKind } from '@glossator/domain';
import { Refusal } from '../../refusal.ts';
import type { Fields } from '../exchange/foreign-note.ts';
import { kindOfMotivations } from '../exchange/motivations.ts';
import { annotationContext, publisher } from './annotation.ts';
import { checkAgents } from './read-agent.ts';
import { readBodies } from './read-body.ts';
import {
  fieldsAt,
  instantAt,
  iriAt,
  irisAt,
  listAt,
  malformed,
  onlyKnown,
  uuidIn,
} from './fields.ts';
import { checkMotivations } from './read-motivation.ts';
import { readTargets, type SentTarget } from './read-target.ts';

/** An annotation as a program sent it: known in every part, not yet placed in a work. */
export interface SentAnnotation {
  /** All of it, as sent. */
  readonly sent: Fields;
  readonly id: string | null;
  readonly targets: readonly SentTarget[];
  readonly motivations: readonly string[];
  readonly markdown: string;
  readonly tags: readonly string[];
  readonly kind: NoteKind;
  /** What is told again as it was sent: motivation and bodies. */
  readonly words: Fields;
}

/** What is kept as it is sent, and who looks at it. */
const kept = {
  creator: checkAgents,
  generator: checkAgents,
  created: instantAt,
  modified: instantAt,
  generated: instantAt,
  rights: irisAt,
  canonical: iriAt,
  via: irisAt,
} as const satisfies Record<string, (value: unknown, at: string) => unknown>;
export const keptProperties = Object.keys(kept) as readonly (keyof typeof kept)[];

const words = ['motivation', 'body', 'bodyValue'] as const;
const known = ['@context', 'id', 'type', 'target', publisher, ...words, ...keptProperties];

const only = (fields: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => names.includes(name)));

function checkType({ '@context': context, type }: Fields): void {
  if (context === undefined) throw malformed(`@context has to be ${annotationContext}.`);
  if (!isDeepStrictEqual(listAt(context, '@context'), [annotationContext]))
    throw new Refusal(
      'media-type-unsupported',
      `Only the context ${annotationContext} is read; others would give words another meaning.`,
    );
  if (!isDeepStrictEqual(listAt(type, 'type'), ['Annotation']))
    throw malformed('type has to be Annotation.');
}

/** Ids of programs that give notes a UUID are IRIs as well: https://www.rfc-editor.org/rfc/rfc9562 */
function idAt(value: unknown): string | null {
  if (value === undefined) return null;
  const uuid = uuidIn(value);
  return uuid === null ? iriAt(value, 'id') : `urn:uuid:${uuid}`;
}

/** Reads what was sent, or refuses it by the name of the part that cannot be kept. */
export function readAnnotation(value: unknown): SentAnnotation {
  const sent = fieldsAt(value, 'The annotation');
  checkType(sent);
  onlyKnown(sent, known, '');
  for (const name of keptProperties) if (sent[name] !== undefined) kept[name](sent[name], name);
  const motivations =
    sent['motivation'] === undefined ? [] : checkMotivations(sent['motivation'], 'motivation');
  const { markdown, tags, purposes } = readBodies(sent, motivations);
  if (markdown === '')
    throw new Refusal('text-malformed', 'A note needs words: a body that is not a tag.');
  return {
    sent,
    id: idAt(sent['id']),
    targets: readTargets(sent['target'], sent['id']),
    motivations,
    markdown,
    tags,
    kind: kindOfMotivations(motivations.length > 0 ? motivations : purposes),
    words: only(sent, words),
  };
}

export const keptOf = ({ sent }: SentAnnotation): Fields => only(sent, keptProperties);
