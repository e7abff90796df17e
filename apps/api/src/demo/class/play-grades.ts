import { lineOf } from '@glossator/domain';
import { answerLine } from '../../features/grading/answer.ts';
import { judgeStudent } from '../../features/grading/judge.ts';
import { changeRubric } from '../../features/grading/overview.ts';
import { releaseGrades } from '../../features/grading/release.ts';
import { contestLine, readResult } from '../../features/grading/result.ts';
import type { Stage } from '../stage.ts';
import { contested, judgements, rubric } from './grades-script.ts';
import { idOf, inClass, known } from './member.ts';
import { instructor } from './setting.ts';

/** Judges and tells what students got in an assignment, and what two of them make of it. */
export async function playGrades(stage: Stage, assignment: string): Promise<void> {
  const { actor } = stage.as(instructor);
  await changeRubric(stage, actor, assignment, {
    rubric: rubric.map(({ title, levels }) => ({ title, levels: [...levels] })),
    version: 0,
  });
  for (const { by, whom, chosen, comment, override = null } of judgements)
    await judgeStudent(stage, await inClass(stage, by), assignment, idOf(stage, whom), {
      version: 0,
      chosen: [...chosen],
      newRubric: false,
      comment,
      override,
    });
  await releaseGrades(stage, actor, assignment, null);

  const { lateNote, criterion } = contested;
  await readResult(stage, stage.as('lin').actor, assignment);
  const { contests } = await contestLine(stage, stage.as(lateNote.by).actor, assignment, {
    line: lineOf.note(known(stage.notes, lateNote.note)),
    words: lateNote.words,
  });
  const { by, words, hundredths } = lateNote.answer;
  await answerLine(
    stage,
    await inClass(stage, by),
    assignment,
    idOf(stage, lateNote.by),
    contests[0]?.id ?? '',
    { answer: 'changed', words, hundredths },
  );
  await contestLine(stage, stage.as(criterion.by).actor, assignment, {
    line: lineOf.criterion(criterion.criterion),
    words: criterion.words,
  });
}
