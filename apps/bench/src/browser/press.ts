import type { Page } from 'playwright-core';
import type { Kind } from './pages.ts';

/** The middle of words that hold a note and stand in the window. */
async function markedPoint(page: Page, kind: Kind): Promise<{ x: number; y: number }> {
  return page.evaluate((which) => {
    const inSight = ({ left, width, top, bottom }: DOMRect): { x: number; y: number }[] =>
      top > 200 && bottom < innerHeight - 200 && width > 8
        ? [{ x: left + width / 2, y: (top + bottom) / 2 }]
        : [];
    const marked =
      which === 'recogito'
        ? [...document.querySelectorAll('.r6o-annotation')].flatMap((each) =>
            inSight(each.getBoundingClientRect()),
          )
        : [...(CSS.highlights.get('mark-1') ?? [])].flatMap((range) => {
            const live = document.createRange();
            live.setStart(range.startContainer, range.startOffset);
            live.setEnd(range.endContainer, range.endOffset);
            return [...live.getClientRects()].flatMap(inSight);
          });
    const [point] = marked;
    if (point === undefined) throw new Error('no marked words in sight');
    return point;
  }, kind);
}

/** Milliseconds from a press on marked words until their thread is there: ours to read, a peer's chosen. */
export async function press(page: Page, kind: 'ours' | 'recogito'): Promise<number> {
  await page.evaluate(() => {
    scrollTo({ top: 800, behavior: 'instant' });
  });
  await page.waitForTimeout(300);
  const { x, y } = await markedPoint(page, kind);
  await page.mouse.move(x, y);
  const taken = page.evaluate(
    (which) =>
      which === 'recogito'
        ? globalThis.peers.pressRecogito()
        : new Promise<number>((resolve) => {
            let begun = 0;
            addEventListener('pointerdown', () => (begun = performance.now()), {
              capture: true,
              once: true,
            });
            const seen = new MutationObserver(() => {
              if (document.querySelector('#thread .thread') === null) return;
              seen.disconnect();
              requestAnimationFrame(() =>
                setTimeout(() => {
                  resolve(performance.now() - begun);
                }),
              );
            });
            seen.observe(document.body, { childList: true, subtree: true });
          }),
    kind,
  );
  await page.waitForTimeout(50);
  await page.mouse.click(x, y);
  return taken;
}
