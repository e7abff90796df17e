import type { FeedFormat } from '@glossator/contract';
import { Feed } from 'feed';

export interface Entry {
  /** Permanent address of what is told of, which is its id as well. */
  readonly link: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** Sanitised; its links may be relative to the site. */
  readonly html: string;
  readonly created: string;
  readonly updated: string;
}
export interface Channel {
  readonly title: string;
  readonly origin: string;
  /** The page that shows the same, and the feed's own address without its ending. */
  readonly page: string;
  readonly self: string;
}

// XML 1.0 has no place for control characters, not even escaped ones.
const sayable = (text: string): string =>
  text.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '');

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escaped = (text: string): string => text.replaceAll(/[&<>]/g, (each) => escapes[each] ?? '');

// The writer takes an entity for what it stands for in what is text, and splits what would end CDATA.
const literal = (text: string): string => text.replaceAll('&', '&amp;');
const inCdata = (html: string): string => html.replaceAll(']]>', ']]&gt;');

// In sanitised HTML a bare `<` begins a tag and nothing else. A feed is read away from the site.
const absolute = (html: string, origin: string, link: string): string =>
  html.replaceAll(
    /(<a\b[^>]*?\shref=")([/#])/g,
    (_all, tag: string, first: string) => `${tag}${first === '/' ? origin : link}${first}`,
  );

const ending: Record<FeedFormat, string> = { atom: '.atom', json: '.json' };

export function writeFeed(format: FeedFormat, channel: Channel, entries: readonly Entry[]): string {
  // The title of an Atom entry is HTML, that of a JSON item is text.
  const title = (text: string): string => (format === 'atom' ? escaped(text) : text);
  const name = (text: string): string => (format === 'atom' ? literal(text) : text);
  const newest = entries
    .map(({ updated }) => updated)
    .toSorted()
    .at(-1);
  const self = `${channel.self}${ending[format]}`;
  const feed = new Feed({
    title: name(sayable(channel.title)),
    id: channel.self,
    link: channel.page,
    feedLinks: { [format]: self },
    generator: 'Glossator',
    copyright: '',
    updated: new Date(newest ?? 0),
  });
  for (const { link, authors, html, created, updated, ...entry } of entries)
    feed.addItem({
      id: link,
      link,
      title: title(sayable(entry.title)),
      author: authors.map((author) => ({ name: name(sayable(author)) })),
      content: inCdata(sayable(absolute(html, channel.origin, link))),
      published: new Date(created),
      date: new Date(updated),
    });
  return format === 'atom' ? feed.atom1() : feed.json1();
}
