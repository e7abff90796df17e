/** Little: a reader of books chooses faces, sizes and colours itself. */
export const epubSheet = `body { line-height: 1.5; overflow-wrap: break-word }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; page-break-after: avoid; break-after: avoid }
section { margin-bottom: 2.5em }
.kind, .number, span.about { opacity: .8 }
.byline, .places, nav ol { list-style: none; padding-left: 0 }
.byline .name { font-weight: bold }
.label { font-weight: normal; margin-right: .3em }
dt { font-weight: bold; margin-top: .75em }
dd { margin-left: 1em }
.places { border-left: .2em solid; padding-left: 1em }
.places.many li { display: inline-block; margin-right: .75em }
.places q { display: block; quotes: none }
blockquote { margin: 1em 0; padding-left: 1em; border-left: .1em solid }
table { border-collapse: collapse; width: 100%; margin: 1em 0; font-size: .85em; line-height: 1.35; hyphens: auto }
th, td { border-bottom: .06em solid; padding: .25em .4em .25em 0; text-align: left; vertical-align: top }
.align-center { text-align: center }
.align-right { text-align: right }
em[lang|='zh'] { font-style: normal; -epub-text-emphasis-style: dot; text-emphasis-style: dot; text-emphasis-position: under right }
.notes { border-top: .06em solid; font-size: .9em }
code { overflow-wrap: anywhere }
code, pre { font-size: .9em; white-space: pre-wrap }
section.about { break-before: page }
`;
