import { digest } from '@glossator/document';
import { shippedCommentaries } from '@glossator/document/commentaries';
import { shippedWorks } from '@glossator/document/seed';
import { writeRelease, type ReleaseDocument } from '@glossator/domain';
import type { Exported } from '../../src/features/release-exports/make/exported.ts';
import { releaseDocument } from '../../src/features/releases/load-shipped.ts';

const [commentary] = shippedCommentaries;
const [work] = shippedWorks;
if (commentary === undefined || work === undefined) throw new Error('nothing ships');
const { units, aliases, versions } = work;

export const shippedRelease = (): ReleaseDocument => releaseDocument(commentary, work);

/** A release as files are made from it, with the words of these editions open to everybody. */
export const exportedOf = (
  release: ReleaseDocument,
  open: readonly string[] = Object.keys(release.versions),
): Exported => ({
  release,
  sha256: digest(writeRelease(release)),
  origin: 'https://notes.example',
  structure: {
    units,
    aliases,
    byUid: new Map(units.map((unit) => [unit.uid, unit])),
  },
  editions: versions
    .filter(({ edition }) => open.includes(edition.id))
    .map(({ edition, version, texts, limbs }) => ({
      ...{ id: edition.id, version, lang: edition.lang, title: edition.title },
      isSupplement: edition.relation === 'supplement',
      readings: new Map(texts.map(({ uid, reading }) => [uid, reading])),
      limbs: Object.fromEntries(limbs.map(({ uid, ...limb }) => [uid, limb])),
    })),
});

const bad = `</title></style></script><script>alert(1)</script>"'&]]>\u202e\u0007 \${x} <%= %>
---
# not a heading`;

const body = `# High

### Low

Words[^a] and again[^a], [see @bad, p. <b>1</b>; -@张2020; @none] [@none] [[T1]] and [[T-2]], [[4.3.1.2]], <script>alert(1)</script> <b onclick="x()">b</b>

[x](javascript:alert(1)) ![a picture](http://e.example/p.png) [r][d] [d] <http://a.example/?a=b&c="d">

> ## within
> - a
>   1. b

\`\`\`html
</code><script>]]></script>
\`\`\`

| a | b |
|---|--:|
| 1 | x\\|y |

* * *

- [ ] task
- x

  y

~~gone~~ **强调** *斜* a\u0008b\uffff

[d]: http://d.example/x "ti\\"tle"
[^a]: one[^b] with

    a second paragraph
[^b]: back to[^a]
[^注]: never called
`;

/** Everything in it that somebody can write is written to break out of its place. */
export function hostileRelease(): ReleaseDocument {
  const release = shippedRelease();
  const [introduction, ...entries] = release.parts;
  const section = units.find(({ path }) => path === '4.3')?.uid ?? '';
  if (introduction === undefined) throw new Error('nothing to begin with');
  const onSection = {
    kind: 'container' as const,
    ...{ address: '4.3', from: section, to: section, loci: [], entry: null },
  };
  return {
    ...release,
    titles: { en: bad },
    subtitle: bad,
    abstracts: { en: bad },
    interests: bad,
    acknowledgements: [
      { how: 'name', credit: bad, parts: ['T1'] },
      { how: 'anonymous', credit: '', parts: [] },
    ],
    change: bad,
    items: [
      {
        ...{
          id: 'bad',
          type: 'article-journal',
          title: bad,
          'container-title': bad,
          DOI: '10.1/<x>"&',
        },
        ...{ author: [{ family: bad, given: bad }], issued: { literal: bad } },
      },
      { id: '张2020', type: 'book', title: '书', URL: 'https://e.example/?a="b"&c=<d>' },
    ],
    statement: { en: bad },
    licence: { id: 'all-rights-reserved', statement: { en: bad } },
    contributors: [
      {
        ...{ kind: 'person', family: bad, given: bad, orcid: '0000-0002-1825-0097' },
        ...{ affiliation: bad, roles: ['software', 'supervision'], names: {} },
      },
      {
        ...{ kind: 'person', family: '张', given: '伟', orcid: '', affiliation: '' },
        ...{ roles: [], names: {} },
      },
    ],
    basedOn: [
      {
        ...{ slug: 'source', number: '1.0', sha256: 'a'.repeat(64), language: 'en' },
        titles: { en: bad },
        contributors: [
          {
            ...{ kind: 'group', family: bad, given: '', orcid: '', affiliation: bad },
            ...{ roles: [], names: { en: bad } },
          },
        ],
        licence: { id: 'CC-BY-4.0', statement: { en: bad } },
      },
    ],
    parts: [
      { ...introduction, title: bad, body },
      { ...introduction, kind: 'essay', title: '', body, places: [onSection] },
      ...entries.slice(0, 12).map((part, index) => ({
        ...part,
        title: bad,
        label: index === 1 ? 'T-2' : part.label,
        body: index % 2 === 0 ? part.body : body,
      })),
      { ...introduction, kind: 'entry', label: '', title: '', body: '' },
    ],
  };
}
