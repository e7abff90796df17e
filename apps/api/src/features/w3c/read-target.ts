import { limits } from '@glossator/contract';
import type { Fields } from '../exchange/foreign-note.ts';
import { fieldsAt, iriAt, listAt, malformed, onlyKnown, textAt, unsupported } from './fields.ts';

/* Targets and selectors: https://www.w3.org/TR/annotation-model/#specific-resources */

export interface SentQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
/** Code points, `end` exclusive. */
export interface SentPosition {
  readonly start: number;
  readonly end: number;
}
export interface SentTarget {
  readonly iri: string;
  readonly quote: SentQuote | null;
  readonly position: SentPosition | null;
}

const quotable = limits.quotationLength * 2;

function readQuote(selector: Fields, at: string): SentQuote {
  onlyKnown(selector, ['type', 'exact', 'prefix', 'suffix'], at);
  const around = (name: 'prefix' | 'suffix'): string => {
    const value = selector[name] ?? '';
    return value === '' ? '' : textAt(value, `${at}.${name}`, quotable);
  };
  return {
    exact: textAt(selector['exact'], `${at}.exact`, quotable),
    prefix: around('prefix'),
    suffix: around('suffix'),
  };
}

function readPosition(selector: Fields, at: string): SentPosition {
  onlyKnown(selector, ['type', 'start', 'end'], at);
  const { start, end } = selector;
  if (!isOffset(start) || !isOffset(end) || start >= end)
    throw malformed(`${at} has to have start and end in characters, start first.`);
  return { start, end };
}

const isOffset = (value: unknown): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

function readSelectors(value: unknown): Pick<SentTarget, 'quote' | 'position'> {
  const at = 'target.selector';
  let quote: SentQuote | null = null;
  let position: SentPosition | null = null;
  for (const each of listAt(value, at, 2)) {
    const selector = fieldsAt(each, at);
    const { type } = selector;
    if (type === 'TextQuoteSelector' && quote === null) quote = readQuote(selector, at);
    else if (type === 'TextPositionSelector' && position === null)
      position = readPosition(selector, at);
    else
      throw unsupported(
        `${at}.type`,
        'may be TextQuoteSelector and TextPositionSelector, once each',
      );
  }
  return { quote, position };
}

/** `annotation` on a target says whose it is, as some programs write: true, and no more than that. */
function readOne(value: unknown, id: unknown): SentTarget {
  const at = 'target';
  if (typeof value === 'string') return { iri: iriAt(value, at), quote: null, position: null };
  const target = fieldsAt(value, at);
  const { selector, annotation } = target;
  const address = 'source' in target ? 'source' : 'id';
  onlyKnown(target, ['type', address, 'selector', 'annotation'], at);
  if (annotation !== undefined && annotation !== id) throw unsupported(`${at}.annotation`);
  if (target['type'] !== undefined && target['type'] !== 'SpecificResource')
    throw unsupported(`${at}.type`, 'may only be SpecificResource');
  const iri = iriAt(target[address], `${at}.${address}`);
  return selector === undefined
    ? { iri, quote: null, position: null }
    : { iri, ...readSelectors(selector) };
}

export function readTargets(value: unknown, id: unknown): readonly SentTarget[] {
  if (value === undefined) throw malformed('There has to be a target.');
  return listAt(value, 'target', limits.lociOfRange).map((each) => readOne(each, id));
}
