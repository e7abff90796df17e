import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import assignments from '../messages/en/assignments.json' with { type: 'json' };
import reading from '../messages/en/assignment-reading.json' with { type: 'json' };
import words from '../messages/en/classes.json' with { type: 'json' };
import notes from '../messages/en/notes.json' with { type: 'json' };
import problems from '../messages/en/problems.json' with { type: 'json' };
import { ask } from './support/ask.ts';
import { assign, classOf } from './support/assignments.ts';
import { axe } from './support/axe.ts';
import { journey } from './support/journey.ts';
import { signUp } from './support/people.ts';

const [one, two] = ['4.3.1.2', '4.3.2.1'] as const;
const panel = (page: Page) => page.locator('#thread');
const bar = (page: Page) => page.getByRole('complementary', { name: words.view_as_nav });
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).first().click();
const seenAs = (page: Page, student: string | null, name: string) =>
  bar(page)
    .getByText(
      student === null
        ? words.view_as_bar_new.replace('{class}', name)
        : words.view_as_bar_student.replace('{class}', name).replace('{student}', student),
    )
    .waitFor();

const write = (page: Page, assignment: string, target: string, body: string) =>
  ask(page, 'POST', '/threads', {
    work: 'ncss-2016',
    target,
    layer: 'class',
    assignment,
    body,
    seen: ['zh-cac:1.0.0', 'en-creemers:1.0.0'],
    key: crypto.randomUUID(),
  });

/** A class with one student who has written, and where it stands. */
async function taught(teacher: Page, ann: Page) {
  await signUp(teacher, 'Tess Teacher');
  await signUp(ann, 'Ann Student');
  const name = `Internet law ${crypto.randomUUID().slice(0, 8)}`;
  const classId = await classOf(teacher, { name }, ann);
  const id = await assign(teacher, classId, [one, two]);
  const home = `/classes/${classId}`;
  const said = `Ann thinks of borders in a network ${crypto.randomUUID()}`;
  await write(ann, id, one, said);
  const at = (address: string) => `/t/ncss-2016/${address}?assignment=${id}`;
  return { name, id, home, set: `${home}/assignments/${id}`, said, at };
}

for (const script of [true, false]) {
  journey(
    `whoever teaches sees a class as one who has just come, and writes nothing by it (script: ${String(script)})`,
    async ({ open }) => {
      const [teacher, ann] = [await open({ script }), await open()];
      const { name, id, home, set, said, at } = await taught(teacher, ann);

      // From the text: it is shown again as a student has it who has just come in.
      await teacher.goto(at(one));
      await panel(teacher).getByText(said).waitFor();
      expect(await bar(teacher).count()).toBe(0);
      await press(teacher, assignments.assign_as_student);
      await seenAs(teacher, null, name);
      expect(new URL(teacher.url()).searchParams.get('assignment')).toBe(id);
      await panel(teacher)
        .getByText(reading.assignment_gate_count[0]?.match['count=one'] ?? '')
        .waitFor();
      expect(await panel(teacher).innerText()).not.toContain(said);
      await axe(teacher);

      // It stays over links, within the text and to the pages of the class.
      await teacher.locator(`a[href*="${two}"][href*="assignment="]`).first().click();
      await teacher.waitForURL(`**/${two}?**`);
      await seenAs(teacher, null, name);
      await teacher.goto(set);
      await seenAs(teacher, null, name);
      await teacher.getByRole('heading', { name: assignments.assign_mine }).waitFor();
      await axe(teacher);
      for (const [staff, student] of [
        [`${set}/board`, set],
        [`${set}/edit`, set],
        [`${set}/grades`, `${set}/result`],
        [`${set}/clauses/${one}`, `/t/ncss-2016/${one}`],
        [`${home}/people`, home],
        [`${home}/roster`, home],
        [`${home}/gradebook`, home],
      ] as const) {
        await teacher.goto(staff);
        expect(new URL(teacher.url()).pathname).toBe(student);
        await seenAs(teacher, null, name);
      }

      // What is written is refused, and comes back; leaving brings to where one is, as oneself.
      await teacher.goto(at(one));
      const form = teacher.locator('#write');
      if (!(await form.evaluate((node: HTMLDetailsElement) => node.open)))
        await form.locator('summary').first().click();
      await form.locator('textarea[name=body]').fill('A note of a teacher with other eyes');
      await form.getByRole('button', { name: notes.write_submit, exact: true }).click();
      await teacher.getByText(problems.problem_viewing_as_student).first().waitFor();
      expect(await form.locator('textarea[name=body]').inputValue()).toBe(
        'A note of a teacher with other eyes',
      );
      await press(teacher, words.view_as_leave);
      await panel(teacher).getByText(said).waitFor();
      expect(await bar(teacher).count()).toBe(0);
    },
  );
  journey(
    `whoever teaches sees a class as one of its students (script: ${String(script)})`,
    async ({ open }) => {
      const [teacher, ann] = [await open({ script }), await open()];
      const { name, home, set, said, at } = await taught(teacher, ann);

      // As one student: their own notes, and what these have opened to them.
      await teacher.goto(set);
      await teacher.getByRole('link', { name: words.view_as_nav, exact: true }).click();
      await teacher.getByRole('heading', { name: words.view_as_title }).waitFor();
      await axe(teacher);
      await teacher.getByLabel(words.view_as_choose, { exact: true }).selectOption({ index: 0 });
      await press(teacher, words.view_as_someone_start);
      await seenAs(teacher, 'Ann Student', name);
      expect(new URL(teacher.url()).pathname).toBe(set);
      await teacher.goto(at(one));
      await panel(teacher).getByText(said).waitFor();
      await seenAs(teacher, 'Ann Student', name);
      await axe(teacher);
      // What is of no class is one's own, under the same bar.
      await teacher.goto('/classes');
      await seenAs(teacher, 'Ann Student', name);
      await teacher.getByRole('link', { name }).waitFor();
      await press(teacher, words.view_as_leave);
      await teacher.goto(`${set}/board`);
      expect(new URL(teacher.url()).pathname).toBe(`${set}/board`);
      expect(await bar(teacher).count()).toBe(0);

      // A student has no such choice.
      await ann.goto(`${home}/settings`);
      expect(await ann.locator('#view-as').count()).toBe(0);
    },
  );
}
