import { checkAgents } from './read-agent.ts';
import {
  fieldsAt,
  instantAt,
  iriAt,
  irisAt,
  listAt,
  malformed,
  onlyKnown,
  textAt,
  unsupported,
  uuidIn,
} from './fields.ts';
import { fieldsOf, textOf as textIn, type Fields } from '../exchange/foreign-note.ts';
import { limits } from '@glossator/contract';
import { Refusal } from '../../refusal.ts';
import { checkMotivations } from './read-motivation.ts';
import { plainMarkdown } from './plain-markdown.ts';

/* Bodies: https://www.w3.org/TR/annotation-model/#bodies-and-targets */

/** What bodies say in our words. */
export interface BodyWords {
  readonly markdown: string;
  readonly tags: readonly string[];
  /** What the texts are for, where they say so. */
  readonly purposes: readonly string[];
}

const lifecycle = ['creator', 'created', 'modified', 'rights'];
const described = ['id', 'type', 'format', 'language', 'processingLanguage', 'textDirection'];
const directions = ['ltr', 'rtl', 'auto'];

function checkDescription(body: Fields, at: string): void {
  for (const [name, value] of Object.entries(body)) {
    const where = `${at}.${name}`;
    if (name === 'id' && uuidIn(value) !== null) continue;
    if (name === 'id') iriAt(value, where);
    else if (name === 'creator') checkAgents(value, where);
    else if (name === 'created' || name === 'modified') instantAt(value, where);
    else if (name === 'rights') irisAt(value, where);
    else if (name === 'format' || name === 'language')
      for (const each of listAt(value, where)) textAt(each, where, 200);
    else if (name === 'processingLanguage' || name === 'type') textAt(value, where, 200);
    else if (name === 'textDirection' && !directions.includes(textAt(value, where)))
      throw unsupported(where, `may only be ${directions.join(', ')}`);
    else if (name === 'purpose') checkMotivations(value, where);
  }
}

const purposesOf = (body: Fields): readonly string[] =>
  body['purpose'] === undefined ? [] : listAt(body['purpose'], 'body.purpose').map(String);

/** What an address says in a note: the address, as a link. */
const link = (iri: string): BodyWords => ({ markdown: `<${iri}>`, tags: [], purposes: [] });

function readTextual(body: Fields, at: string, isTagging: boolean): BodyWords {
  onlyKnown(body, [...described, ...lifecycle, 'value', 'purpose'], at);
  checkDescription(body, at);
  const value = textAt(body['value'], `${at}.value`, limits.noteLength * 2);
  const purposes = purposesOf(body);
  if (purposes.includes('tagging') || (isTagging && purposes.length === 0))
    return { markdown: '', tags: [value], purposes: [] };
  const format = body['format'] ?? 'text/plain';
  if (format === 'text/markdown') return { markdown: value, tags: [], purposes };
  // HTML of others would be handed on to programs that may run it.
  if (format !== 'text/plain')
    throw unsupported(`${at}.format`, 'may only be text/markdown or text/plain');
  return { markdown: plainMarkdown(value), tags: [], purposes };
}

function readSpecific(body: Fields, at: string): BodyWords {
  onlyKnown(body, ['id', 'type', 'source', 'purpose', ...lifecycle], at);
  checkDescription(body, at);
  return { ...link(iriAt(body['source'], `${at}.source`)), purposes: purposesOf(body) };
}

function readExternal(body: Fields, at: string): BodyWords {
  onlyKnown(body, [...described, ...lifecycle], at);
  checkDescription(body, at);
  return link(iriAt(body['id'], `${at}.id`));
}

// Sets of bodies, of which a reader would have to choose.
const sets = ['Choice', 'Composite', 'List', 'Independents'];

function readBody(value: unknown, at: string, isTagging: boolean): BodyWords {
  if (typeof value === 'string') return link(iriAt(value, at));
  const body = fieldsAt(value, at);
  const { type } = body;
  if (typeof type === 'string' && sets.includes(type)) throw unsupported(`${at}.type`);
  if (type === 'TextualBody' || 'value' in body) return readTextual(body, at, isTagging);
  if (type === 'SpecificResource' || 'source' in body) return readSpecific(body, at);
  return readExternal(body, at);
}

/** Lines of all bodies: each takes time to become Markdown, and no note shows more. */
const mostLines = 2_000;

/** Refuses what no note can hold before anything is made of it. */
function checkSize(texts: readonly string[]): void {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (length > limits.noteLength * 2)
    throw new Refusal('text-malformed', 'The bodies have more characters than a note can have.');
  const lines = texts.reduce((sum, text) => sum + text.split(/\r\n?|\n/).length, 0);
  if (lines > mostLines)
    throw new Refusal(
      'text-malformed',
      `The bodies have ${String(lines)} lines; a note has ${String(mostLines)} at most.`,
    );
}

const textOf = (body: unknown): string => textIn(fieldsOf(body)?.['value']);

/** All bodies as one note: their texts one below the other, and the tags among them. */
export function readBodies(annotation: Fields, motivations: readonly string[]): BodyWords {
  const { body, bodyValue } = annotation;
  if (bodyValue !== undefined) {
    if (body !== undefined) throw malformed('There is either body or bodyValue.');
    const text = textAt(bodyValue, 'bodyValue', limits.noteLength * 2);
    checkSize([text]);
    return { markdown: plainMarkdown(text), tags: [], purposes: [] };
  }
  if (body === undefined) return { markdown: '', tags: [], purposes: [] };
  const isTagging = motivations.length === 1 && motivations[0] === 'tagging';
  const list = Array.isArray(body) && body.length === 0 ? [] : listAt(body, 'body');
  checkSize(list.map(textOf));
  const read = list.map((each) => readBody(each, 'body', isTagging));
  return {
    markdown: read
      .map((each) => each.markdown)
      .filter((each) => each !== '')
      .join('\n\n'),
    tags: read.flatMap((each) => each.tags),
    purposes: read.flatMap((each) => each.purposes),
  };
}
