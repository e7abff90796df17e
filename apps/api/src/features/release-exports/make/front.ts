import type { ReleaseContributor } from '@glossator/domain';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { inLanguage } from '../../../in-language.ts';
import { nameOf } from '../../citations/release-item.ts';
import {
  citationOf,
  dateOf,
  licenceWords,
  releaseUrl,
  titleOf,
  type Exported,
} from './exported.ts';
import { originsIn } from './origin-words.ts';
import { say } from './say.ts';
import { thanksIn } from './thanks-in.ts';

const orcidUrl = (orcid: string): string => `https://orcid.org/${orcid}`;

function contributor(each: ReleaseContributor, language: string): ElementContent {
  const roles = each.roles.map((role) => say(language).role[role]).join(', ');
  const about = [each.affiliation, roles].filter((words) => words !== '').join('; ');
  return h('li', [
    h('span.name', nameOf(each, language)),
    ...(each.orcid === ''
      ? []
      : [' ', h('a', { href: orcidUrl(each.orcid) }, `ORCID ${each.orcid}`)]),
    ...(about === '' ? [] : [' ', h('span.about', about)]),
  ]);
}

const paragraphs = (words: string): ElementContent[] =>
  words
    .split(/\n{2,}/)
    .filter((each) => each.trim() !== '')
    .map((each) => h('p', each));

const row = (name: string, told: readonly (ElementContent | string)[]): ElementContent[] =>
  told.length === 0 ? [] : [h('dt', name), h('dd', [...told])];

const words = (text: string): string[] => (text === '' ? [] : [text]);

const citationWords = (exported: Exported): (ElementContent | string)[] =>
  citationOf(exported).runs.map(({ text, italic }) => (italic === true ? h('i', text) : text));

/** What it is, by whom and under what, as the first thing one reads. */
export function titlePage(exported: Exported): ElementContent[] {
  const { release, sha256 } = exported;
  const { language } = release;
  const told = say(language);
  const url = releaseUrl(exported);
  const licence = licenceWords(release);
  const abstract = inLanguage(release.abstracts, language);
  const editions = exported.editions.length === 0 ? [] : exported.editions;
  return [
    h('header.title', [
      h('p.kind', [
        `${told.on} `,
        h(
          'a',
          { href: `${exported.origin}/t/${release.work.slug}` },
          inLanguage(release.work.titles, language),
        ),
      ]),
      h('h1', titleOf(release)),
      ...(release.subtitle === '' ? [] : [h('p.subtitle', release.subtitle)]),
      h(
        'ul.byline',
        release.contributors.map((each) => contributor(each, language)),
      ),
      h('p.number', `${told.release(release.number)} · ${dateOf(release)}`),
    ]),
    ...(abstract === ''
      ? []
      : [h('section.abstract', [h('h2', told.abstract), ...paragraphs(abstract)])]),
    h('section.about', [
      h('h2', told.about),
      h('dl', [
        ...row(told.address, [h('a', { href: url }, url)]),
        ...row(told.cite, citationWords(exported)),
        ...row(told.licence, [
          licence.url === null ? told.reserved : h('a', { href: licence.url }, licence.id),
          ...words(licence.statement).map((each) => ` ${each}`),
        ]),
        ...row(told.review, words(inLanguage(release.statement, language))),
        ...row(told.interests, words(release.interests)),
        ...row(told.thanks, words(thanksIn(release))),
        ...row(told.change, words(release.change)),
        ...row(
          told.basedOn,
          originsIn(exported).flatMap(({ url: from, words: line, statement }, n) => [
            ...(n === 0 ? [] : [h('br')]),
            h('a', { href: from }, line),
            ...words(statement).map((each) => ` ${each}`),
          ]),
        ),
        ...row(
          told.editions,
          editions.flatMap(({ title, lang, id, version }, n) => [
            ...(n === 0 ? [] : [h('br')]),
            h('span', { lang }, title),
            ` (${id}, ${told.version(version)})`,
          ]),
        ),
        ...row(told.digest, [h('code', sha256)]),
      ]),
      h('p', told.later),
    ]),
  ];
}
