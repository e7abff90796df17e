import { h } from 'hastscript';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Letter, LetterClause } from './letter.ts';
import { harmless, letterWords, localTime } from './letter-words.ts';

const writer = unified().use(rehypeStringify).freeze();

/** Mail programs keep little of a style sheet: what matters holds without one. */
const style = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 1rem; background: #fbfaf7; color: #1d1b18;
  font: 16px/1.5 'Source Sans 3', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif; }
main { max-width: 36rem; margin: 0 auto; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 0; font-size: 1.05rem; line-height: 1.4; }
p, ul { margin: 0.5rem 0; }
ul { padding-left: 1.2rem; }
li { margin: 0.4rem 0; }
a { color: #8a2b1e; }
.name { margin: 0; font: 600 1.2rem/1.4 'Source Serif 4', Georgia, serif; }
.soft { color: #5f5a52; font-size: 0.9rem; }
blockquote { margin: 0.6rem 0; padding-left: 0.8rem; border-left: 3px solid #d8d2c6;
  font-family: 'Source Serif 4', Georgia, 'Noto Serif SC', 'Songti SC', SimSun, serif; }
footer { margin-top: 2.5rem; padding-top: 0.8rem; border-top: 1px solid #d8d2c6; }
@media (prefers-color-scheme: dark) {
  body { background: #1b1a18; color: #ece7de; }
  a { color: #f0a090; }
  .soft { color: #b3aca0; }
  blockquote, footer { border-color: #4a463f; }
}`;

type Part = ReturnType<typeof h>;

/** A mail in HTML: its own words go through the writer of the tree, which escapes them. */
export function htmlMail(lang: string, title: string, body: readonly Part[]): string {
  const page = h('html', { lang }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('meta', { name: 'color-scheme', content: 'light dark' }),
      h('title', title),
      h('style', style),
    ]),
    h('body', [h('main', [h('p', { className: 'name' }, 'Glossator'), ...body])]),
  ]);
  return `<!doctype html>\n${writer.stringify({ type: 'root', children: [page] })}`;
}

export const link = (href: string, words: string) => h('a', { href }, words);

function clauseHtml(letter: Letter, clause: LetterClause) {
  const words = letterWords[letter.locale];
  const { title, citation, address } = clause;
  return h('section', [
    h('h2', [link(clause.link, citation === address ? address : `${citation} · ${address}`)]),
    h('p', { className: 'soft', lang: title.lang }, harmless(title.text)),
    ...clause.words.map(({ lang, text }) => h('blockquote', { lang }, text)),
    h(
      'ul',
      clause.notes.map(({ author, reason, created, link: href }) =>
        h('li', [
          words.why[reason](author === '' ? words.gone : harmless(author)),
          ' · ',
          link(href, words.open),
          h('br'),
          h('span', { className: 'soft' }, localTime(created, letter)),
        ]),
      ),
    ),
    ...clause.ends.map(({ kind, link: href }) =>
      h('p', { className: 'soft' }, [link(href, words.end[kind])]),
    ),
  ]);
}

/** Every word goes through the writer of the tree, which escapes it. */
export function writeHtml(letter: Letter): string {
  const words = letterWords[letter.locale];
  const { found, more, origin, clauses } = letter;
  const others =
    more > 0
      ? [h('p', [`${words.more(more)} `, link(`${origin.origin}/notices`, words.open)])]
      : [];
  return htmlMail(letter.locale, words.subject(letter), [
    h('p', words.lead(found, origin.host)),
    ...clauses.map((clause) => clauseHtml(letter, clause)),
    ...others,
    h('footer', { className: 'soft' }, [
      h('p', words.how(letter)),
      h('p', [
        link(`${origin.origin}/account#mail`, words.change),
        ' · ',
        link(letter.end, words.endAll),
      ]),
    ]),
  ]);
}
