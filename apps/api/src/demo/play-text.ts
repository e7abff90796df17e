import type { ReleaseChange } from '@glossator/document';
import { appointEditor } from '../features/editors/statements.ts';
import { draftFrom } from '../features/text-releases/drafts.ts';
import type { Stage } from './stage.ts';

const changes: readonly ReleaseChange[] = [
  {
    kind: 'correct',
    path: '1.1.5.2',
    before: 'cultural innovation and reaction',
    after: 'cultural innovation and creation',
    cause: 'unknown',
    certainty: 'medium',
    note: {
      en: '“Reaction” makes no sense here; “creation” differs from it by the place of one letter.',
    },
    evidence: [{ en: 'The Chinese has 文化创新创造, cultural innovation and creation.' }],
    settles: ['E4'],
  },
];

/** An editor of texts prepares a version. She does not release it: that could not be taken away again. */
export async function playText(stage: Stage): Promise<void> {
  const { personId } = stage.as('ines').actor;
  if (personId === null) throw new Error('nobody edits the text');
  await stage.db.rows(appointEditor, [personId, 'text-editor']);
  await draftFrom(
    stage.db,
    personId,
    'en-creemers',
    changes,
    'One word whose letters had changed places.',
  );
}
