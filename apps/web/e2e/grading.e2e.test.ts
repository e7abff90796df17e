import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import words from '../messages/en/grading.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import { assign, classOf, writeIn } from './support/assignments.ts';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string) =>
  page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
const said = (page: Page, text: string) => page.getByText(text).first().waitFor();

/** A class with two students who have written, and what it was set. */
async function worked(teacher: Page, students: readonly Page[]): Promise<string> {
  await signUp(teacher, 'Tessa Teacher');
  for (const [n, student] of students.entries())
    await signUp(student, ['Ann Student', 'Bo Student'][n] ?? 'Student');
  const id = await classOf(teacher, {}, ...students);
  const set = await assign(teacher, id, ['4.3.1.1', '4.3.1.2'], {
    title: 'What is sovereignty?',
    question: '',
    opens: '2026-03-01T00:00:00Z',
    due: '2099-03-01T00:00:00Z',
    gate: { kind: 'none' },
    leastLength: 10,
    notes: 2,
    per: 'assignment',
    names: 'real',
  });
  for (const [n, student] of students.entries())
    for (const text of ['Who decides this, and by what right?', 'Too short'].slice(0, 2 - n))
      await writeIn(student, set, '4.3.1.1', text);
  return `/classes/${id}/assignments/${set}`;
}

for (const script of [true, false])
  journey(
    `work is graded, released, contested and taken back (script: ${String(script)})`,
    async ({ open }) => {
      const teacher = await open({ script });
      const ann = await open({ script });
      const bo = await open({ script });
      const at = await worked(teacher, [ann, bo]);

      // Before it is released a student has no result.
      await ann.goto(at);
      await follow(ann, words.grade_result_link);
      await said(ann, words.grade_result_none);
      await axe(ann);

      // What a rubric may not be is said, with what was typed; then it is saved.
      await teacher.goto(at);
      await follow(teacher, words.grade_title);
      await teacher.waitForURL('**/grades');
      await teacher.locator('#rubric-rubric').fill('Reads closely\nwell');
      await press(teacher, words.grade_rubric_submit);
      await said(teacher, problems.problem_rubric_malformed);
      expect(await teacher.locator('#rubric-rubric').inputValue()).toBe('Reads closely\nwell');
      await teacher.locator('#rubric-rubric').fill('Reads closely\n0 not yet\n2.5 well');
      await press(teacher, words.grade_rubric_submit);
      await said(teacher, words.grade_done_rubric);
      await axe(teacher);

      // One student after another, by keys where there is script.
      await follow(teacher, 'Ann Student');
      await teacher.waitForURL('**/grades/*');
      await said(teacher, 'Who decides this, and by what right?');
      await said(teacher, 'asked for 2, written 1, counted 1');
      await said(teacher, 'fewer than 10 characters');
      await axe(teacher);
      const first = teacher.url();
      if (script) await teacher.keyboard.press('j');
      else await follow(teacher, words.grade_after);
      await teacher.getByRole('heading', { level: 1, name: /Bo Student/ }).waitFor();
      if (script) await teacher.keyboard.press('k');
      else await follow(teacher, words.grade_before);
      await teacher.getByRole('heading', { level: 1, name: /Ann Student/ }).waitFor();
      expect(teacher.url()).toBe(first);

      // Points that cannot be are refused with all that was typed.
      await teacher.getByLabel('2.5 well').check();
      await teacher.locator('#judge-comment').fill('Close reading, Ann.');
      await teacher.locator('#judge-set').fill('99');
      await teacher.locator('#judge-reason').fill('x');
      await press(teacher, words.grade_judge_submit);
      await said(teacher, problems.problem_points_outside);
      expect(await teacher.locator('#judge-comment').inputValue()).toBe('Close reading, Ann.');
      await teacher.locator('#judge-set').fill('');
      await press(teacher, words.grade_judge_submit);
      await said(teacher, words.grade_done_judged);
      await said(teacher, '7.5 of 12.5');

      // Released: to whom nothing is judged, nothing is told.
      await follow(teacher, words.grade_all);
      await press(teacher, words.grade_release_chosen);
      await said(teacher, words.grade_choose_some);
      await press(teacher, words.grade_release_all);
      await said(teacher, 'Released now: 1. Released before: 0. Left out, not fully judged: 1.');
      await axe(teacher);

      // The student hears of it, reads it, and contests one line.
      await ann.goto('/notices');
      await ann.getByRole('link', { name: /What is sovereignty/ }).click();
      await said(ann, '7.5 of 12.5');
      await said(ann, 'Close reading, Ann.');
      await axe(ann);
      await ann.locator('summary', { hasText: words.grade_contest }).first().focus();
      await ann.keyboard.press('Enter');
      await ann.locator('#contest-count-notes textarea').fill('My second note is long enough.');
      await ann.locator('#contest-count-notes button').click();
      await said(ann, words.grade_done_contested);
      await said(ann, words.grade_contest_waiting);
      await bo.goto(`${at}/result`);
      await said(bo, words.grade_result_none);

      // The answer changes the points, and both results stand there.
      await teacher.goto(first);
      await said(teacher, 'My second note is long enough.');
      await teacher.locator('form[id^=answer-] input[value=changed]').check();
      await teacher.locator('form[id^=answer-] input[name=points]').fill('12');
      await teacher.locator('form[id^=answer-] textarea').fill('You are right.');
      await press(teacher, words.grade_contest_submit);
      await said(teacher, words.grade_done_answered);
      await ann.goto(`${at}/result`);
      await said(ann, '12 of 12.5');
      await said(ann, 'You are right.');
      await said(ann, words.grade_earlier);
      await axe(ann);

      // Taken back: who has read it is counted, and told.
      await teacher.goto(`${at}/grades`);
      const file = await teacher.request.get(`${at}/gradebook.csv`);
      expect(await file.text()).toContain('"Ann Student"');
      await press(teacher, words.grade_undo_all);
      await said(teacher, 'Taken back: 1. Of those, read already by their students: 1.');
      await ann.goto(`${at}/result`);
      await said(ann, words.grade_result_none);
      await said(ann, 'taken back');
    },
    60_000,
  );
