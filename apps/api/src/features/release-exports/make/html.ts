import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import {
  byline,
  footOf,
  licenceWords,
  partId,
  releaseUrl,
  titleOf,
  type Exported,
  type Step,
} from './exported.ts';
import { titlePage } from './front.ts';
import { partName, partTree } from './part-tree.ts';
import { say } from './say.ts';
import { pageRules, sheet } from './style.ts';

// It runs nothing and asks nobody for anything, wherever it is opened.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

const encoder = new TextEncoder();

function headOf(exported: Exported, faces: string): string {
  const { release } = exported;
  const { url } = licenceWords(release);
  return toHtml(
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', titleOf(release)),
      h('meta', { name: 'author', content: byline(release) }),
      h('link', { rel: ['canonical'], href: releaseUrl(exported) }),
      ...(url === null ? [] : [h('link', { rel: ['license'], href: url })]),
      h('style', faces + sheet + pageRules(footOf(exported))),
    ]),
  );
}

function contents({ release }: Exported): string {
  const { language, parts } = release;
  return toHtml(
    h('nav', { ariaLabelledBy: ['contents'] }, [
      h('h2', { id: 'contents' }, say(language).contents),
      h(
        'ol',
        parts.map((part, n) =>
          h('li', h('a', { href: `#${partId(part, n + 1)}` }, partName(part, language))),
        ),
      ),
    ]),
  );
}

/** The whole as one page, piece by piece. `faces`: rules for typefaces that come along. */
export async function htmlText(exported: Exported, step: Step, faces = ''): Promise<string> {
  const { release } = exported;
  const lang = toHtml(h('html', { lang: release.language })).replace(/<\/html>$/, '');
  const text = [
    `<!DOCTYPE html>\n${lang}\n${headOf(exported, faces)}\n<body>\n<main>`,
    ...titlePage(exported).map((node) => toHtml(node)),
    contents(exported),
  ];
  for (const [index, part] of release.parts.entries()) {
    const tree = partTree(exported, part, index + 1, (label) => `#entry-${label}`);
    text.push(toHtml(tree));
    await step(index + 1);
  }
  text.push('</main>\n</body>\n</html>\n');
  return text.join('\n');
}

export const makeHtml = async (exported: Exported, step: Step): Promise<Uint8Array> =>
  encoder.encode(await htmlText(exported, step));
