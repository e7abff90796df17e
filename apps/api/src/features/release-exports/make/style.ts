const faces = `'Source Serif 4', 'Source Serif 4 Variable', Georgia, 'Noto Serif', 'Times New Roman'`;
const hanzi = `'Noto Serif SC', 'Noto Serif SC Variable', 'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', SimSun`;

/** Of the one HTML file, on a screen and on paper; the PDF is made from it. */
export const sheet = `
:root { color-scheme: light dark; --ink: #1d1b18; --soft: #5d574e; --paper: #fdfcf9; --rule: #d8d2c6; --link: #7a2e1d }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ece7dd; --soft: #b3ab9d; --paper: #171512; --rule: #3f3a32; --link: #e59a83 }
}
* { box-sizing: border-box }
html { background: var(--paper); color: var(--ink); font: 1.0625rem/1.6 ${faces}, ${hanzi}, serif; -webkit-text-size-adjust: none; text-size-adjust: none }
:lang(zh) { font-family: ${hanzi}, ${faces}, serif; line-height: 1.8 }
body { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 6rem; overflow-wrap: break-word }
a { color: var(--link); text-underline-offset: .15em }
h1 { font-size: 2rem; line-height: 1.25; margin: .25em 0 }
h2 { font-size: 1.35rem; line-height: 1.35; margin: 3rem 0 .75rem }
h3 { font-size: 1.1rem; margin: 2rem 0 .5rem }
h4, h5, h6 { font-size: 1rem; margin: 1.5rem 0 .5rem }
.kind, .number, span.about { color: var(--soft) }
.subtitle { font-size: 1.25rem; margin: 0 0 1rem }
.byline { list-style: none; padding: 0 }
.byline .name { font-weight: 600 }
.label { color: var(--link); font-variant-numeric: lining-nums }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .35rem 1rem; margin: 0 }
dt { color: var(--soft) }
dd { margin: 0; min-width: 0 }
code, pre { font: .875em/1.5 ui-monospace, 'Cascadia Mono', Menlo, monospace; overflow-wrap: anywhere }
pre { white-space: pre-wrap }
nav ol { list-style: none; padding: 0; columns: 20rem; column-gap: 2rem }
nav li { break-inside: avoid; padding-left: 2.5rem; text-indent: -2.5rem }
.places { list-style: none; margin: 0 0 1rem; padding: .5rem 0 .5rem 1rem; border-left: 3px solid var(--rule); color: var(--soft) }
.places q { display: block; quotes: none; color: var(--ink) }
.places.many li { display: inline-block; margin-right: .75em }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid var(--rule) }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; font-size: .9375rem }
th, td { border-bottom: 1px solid var(--rule); padding: .3rem .75rem .3rem 0; text-align: start; vertical-align: top }
.align-center { text-align: center }
.align-right { text-align: right }
em:lang(zh), em[lang|='zh'] { font-style: normal; text-emphasis: dot; text-emphasis-position: under right }
.notes { margin-top: 1.5rem; padding-top: .5rem; border-top: 1px solid var(--rule); font-size: .9375rem }
.notes ol { padding-left: 1.5rem }
sup { line-height: 0 }
@media (max-width: 30rem) { dl { display: block } dd { margin-bottom: .75rem } }
@media print {
  :root { --ink: #000; --soft: #444; --paper: #fff; --rule: #bbb; --link: #5b1f12 }
  html { font-size: 10.5pt }
  body { max-width: none; padding: 0 }
  a { text-decoration: none }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid }
  header.title { padding-top: 30mm }
  nav { font-size: 9pt; line-height: 1.45 }
  nav, section.about, section.introduction, section.essay, section:not(.entry) + section.entry, nav + section { break-before: page }
  p, li { orphans: 2; widows: 2 }
  tr, .places li { break-inside: avoid }
}
`;

/** A string of CSS that nothing in it can end, nor the element that the sheet stands in. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/[^\p{L}\p{N} .,:/@]/gu, (each) => `\\${(each.codePointAt(0) ?? 0).toString(16)} `)}"`;

/** At the foot of each page on paper but the first, how it is cited, and the number of the page. */
export function pageRules(citation: string): string {
  const box = `vertical-align: top; padding-top: 5mm; font: 8pt/1.4 ${faces}, ${hanzi}, serif; color: #5d574e`;
  return `
@page {
  size: A4; margin: 24mm 22mm 28mm;
  @bottom-left { content: ${quoted(citation)}; width: 140mm; text-align: left; ${box} }
  @bottom-right { content: counter(page); width: 20mm; text-align: right; ${box} }
}
@page :first { @bottom-left { content: none } @bottom-right { content: none } }
`;
}
