import type { CaseAction, RefusalReason } from '@glossator/domain';
import type { Page } from 'playwright-core';
import reader from '../../messages/en/reader.json' with { type: 'json' };
import queue from '../../messages/en/queue.json' with { type: 'json' };

/** A decision as whoever made it has written it down. */
export interface Noted {
  readonly id: string;
  readonly action: CaseAction;
  readonly reason: RefusalReason | '';
  readonly undone: boolean;
}

/** A case that somebody else decided first, and what the page then said. */
export interface Lost {
  readonly id: string;
  readonly told: string;
}

export type Choice =
  | { readonly action: 'approve' | 'keep' | 'overturn' }
  | {
      readonly action: 'return' | 'refuse' | 'hide' | 'uphold';
      readonly reason: RefusalReason;
      readonly words: string;
    };
export type Choose = (possible: readonly string[], n: number) => Choice;

/** A moderator at the queue, by its pages alone, who writes down what they do. */
export function moderatorAt(page: Page, name: string) {
  const noted: Noted[] = [];
  const lost: Lost[] = [];
  /** Cases that they may not decide. */
  const others = new Set<string>();
  const caseHere = (): string =>
    /^\/moderation\/([0-9a-f-]{36})$/.exec(new URL(page.url()).pathname)?.[1] ?? '';

  const keys = page.getByRole('button', { name: reader.keys_title, exact: true });
  const mine = page.locator('#claim', { hasText: queue.queue_unclaim });
  const warning = page.locator('#decide [role=status]');
  const outcome = page.locator('.outcome [role=alert]');

  /** Until the case that was on the screen has gone, or the page says why it has not. */
  const answered = () =>
    page.waitForFunction(
      () =>
        document.querySelector('article[data-decided]') === null ||
        document.querySelector('.outcome [role=alert], #decide [role=alert]') !== null,
    );
  const mark = () =>
    page.locator('article[aria-labelledby=case-title]').evaluate((it) => {
      it.dataset['decided'] = '';
    });

  async function press(choice: Choice): Promise<void> {
    if (!('reason' in choice)) {
      await page.keyboard.press('a');
      return;
    }
    await page.locator('#decide-reason').selectOption(choice.reason);
    await page.locator('#decide-words').fill(choice.words);
    await page.locator(`#decide button[value=${choice.action}]`).click();
  }

  /** Decides on the case on the screen: by a key where no words are needed. */
  async function decide(choice: Choice): Promise<'decided' | 'lost'> {
    const id = caseHere();
    await keys.waitFor();
    await mark();
    // Whoever is told under their hands that somebody has decided has no form any more.
    await Promise.race([press(choice), outcome.first().waitFor({ timeout: 0 })]);
    await answered();
    if ((await page.locator('article[data-decided]').count()) > 0) {
      await outcome.first().waitFor();
      lost.push({ id, told: await page.locator('.outcome').innerText() });
      return 'lost';
    }
    const reason = 'reason' in choice ? choice.reason : '';
    noted.push({ id, action: choice.action, reason, undone: false });
    return 'decided';
  }

  /** Takes the last decision back by its key, and is at the case again. */
  async function undo(): Promise<void> {
    await keys.waitFor();
    await page.keyboard.press('u');
    await page.waitForURL(/done=case-undo/);
    const id = caseHere();
    const at = noted.findLastIndex((each) => each.id === id);
    const [it] = noted.slice(at);
    if (it === undefined) throw new Error('what was taken back was nobody’s');
    noted[at] = { ...it, undone: true };
    await page.locator('#decide').waitFor();
  }

  const possible = () =>
    page
      .locator('#decide button[name=action]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('value') ?? ''));

  /**
   * Opens a case that nobody looks at, or one that somebody has looked at for long: a claim binds
   * nobody. Where there is none: whether any is left at all.
   */
  async function openFree(
    list = '/moderation',
    isPatient = true,
  ): Promise<'open' | 'wait' | 'empty'> {
    await page.goto(list);
    await page.getByRole('heading', { name: queue.queue_title, level: 1 }).waitFor();
    const rows = page.locator('a[data-case]:not(.over)');
    const listed = await rows.evaluateAll((all) =>
      all.map((each) => ({
        id: each.getAttribute('data-case') ?? '',
        claim: each.querySelector('.claim')?.textContent ?? '',
      })),
    );
    const left = listed.filter(({ id }) => !others.has(id));
    if (left.length === 0) return 'empty';
    const free = left.find(({ claim }) => !isPatient || !claim.includes('looks at it'));
    if (free === undefined) return 'wait';
    await page.locator(`a[data-case="${free.id}"]`).click();
    // Its row may be gone from the list by then: somebody else has decided on it.
    await page.waitForURL(({ pathname }) => pathname === `/moderation/${free.id}`);
    await page.locator('#case-title').waitFor();
    await keys.waitFor();
    if ((await page.locator('#decide').count()) > 0) {
      // Who has come to it at the same moment is told whose it is, and leaves it to them.
      await mine.or(warning).first().waitFor();
      if (!isPatient || (await warning.count()) === 0) return 'open';
      await page.goto('/moderation');
      return 'wait';
    }
    if ((await page.getByText(queue.queue_not_yours).count()) > 0) others.add(free.id);
    return 'wait';
  }

  /** Decides on case after case, until so many are done or none is left. */
  async function work(choose: Choose, most = Infinity): Promise<void> {
    for (let done = 0, waited = 0; done < most;) {
      if ((await page.locator('#decide').count()) === 0) {
        const found = await openFree('/moderation', waited < 20);
        if (found === 'empty') return;
        if (found === 'wait') {
          waited += 1;
          await page.waitForTimeout(200);
          continue;
        }
      }
      waited = 0;
      const outcome = await decide(choose(await possible(), noted.length));
      if (outcome === 'decided') done += 1;
      else await page.goto('/moderation');
    }
    // What they were led to last is left to others.
    await page.goto('/moderation');
  }

  return { page, name, noted, lost, caseHere, openFree, decide, undo, work };
}

export type Moderator = ReturnType<typeof moderatorAt>;
