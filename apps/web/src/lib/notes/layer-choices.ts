import type { AssignmentReading } from '@glossator/contract';
import type { ThreadLayer } from '@glossator/domain';
import { m } from '#lib/paraglide/messages.js';
import { layerName, layerReaders } from './layer-words.ts';

/** Where a new note may be written, and who will read it. */
export interface LayerChoice {
  readonly layer: ThreadLayer;
  readonly name: string;
  readonly who: string;
  readonly isOpen: boolean;
  /** True of the one that is chosen to begin with. */
  readonly isFirst: boolean;
}

/** What a note in an assignment is read by, and under which name. */
function classReaders({ role, names, pseudonym, gate }: AssignmentReading): string {
  if (role !== 'student') return m.layer_class_staff();
  const who = gate.kind === 'none' ? m.layer_class_all() : m.layer_class_gated();
  const name =
    pseudonym === null
      ? m.layer_class_name()
      : names === 'blind'
        ? m.layer_class_blind({ name: pseudonym })
        : m.layer_class_pseudonym({ name: pseudonym });
  return `${who} ${name}`;
}

export function layersFor(
  assignment: AssignmentReading | null,
  isAboutNote: boolean,
  isOpen: boolean,
  /** Of what is not public nothing is said in public. */
  isPublic: boolean,
): readonly LayerChoice[] {
  const plain = (layer: 'public' | 'notebook') => ({
    layer,
    name: layerName(layer),
    who: layerReaders(layer),
  });
  const notebook = { ...plain('notebook'), isOpen: true };
  if (assignment === null && !isPublic) return [{ ...notebook, isFirst: true }];
  if (assignment === null)
    // About another note one writes for oneself first; among its own readers one replies.
    return [
      { ...plain('public'), isOpen, isFirst: !isAboutNote },
      { ...notebook, isFirst: isAboutNote || !isOpen },
    ];
  const isStudent = assignment.role === 'student';
  const feedback = {
    layer: 'feedback' as const,
    name: isStudent ? m.layer_ask_staff() : layerName('feedback'),
    who: isStudent ? m.layer_ask_staff_who() : m.layer_feedback_who(),
  };
  return [
    {
      layer: 'class',
      name: assignment.class.name,
      who: classReaders(assignment),
      isOpen: isOpen && !isAboutNote,
      isFirst: !isAboutNote,
    },
    // The staff speaks to one student at a note of theirs.
    ...(isStudent || isAboutNote
      ? [{ ...feedback, isOpen: isOpen || isAboutNote, isFirst: isAboutNote }]
      : []),
    { ...notebook, isFirst: false },
  ];
}
