import type { LedgerEntry, Locale } from '@glossator/contract';
import { Feed } from 'feed';
import { m } from '../paraglide/messages.js';
import { actionWord, reasonWord, roleWord } from './ledger-words.ts';

/** Where a feed is read and found. */
interface Place {
  readonly origin: string;
  /** What is asked of the ledger, as its address writes it; empty for all. */
  readonly asked: string;
  readonly locale: Locale;
}

/**
 * The newest entries of the ledger as an Atom feed. Nothing in it was typed by anybody: codes have words
 * of the interface, works and clauses their names in addresses.
 */
export function ledgerFeed(
  entries: readonly LedgerEntry[],
  { origin, asked, locale }: Place,
): string {
  const among = asked === '' ? '' : `?${asked}`;
  const own = new URLSearchParams(asked);
  own.set('lang', locale);
  const self = `${origin}/ledger/feed.atom?${own.toString()}`;
  const feed = new Feed({
    title: `${m.ledger_title({}, { locale })} · ${new URL(origin).host}`,
    // The writer takes an entity in what is text for what it stands for, and escapes attributes itself.
    id: self.replaceAll('&', '&amp;'),
    link: `${origin}/ledger${among}`,
    language: locale,
    feedLinks: { atom: self },
    generator: 'Glossator',
    copyright: '',
    updated: new Date(entries[0]?.at ?? 0),
  });
  for (const { seq, at, action, role, work, address: clause, reason } of entries) {
    const place = [work, clause].filter((part) => part !== '').join(' ');
    const link = `${origin}/ledger#d-${String(seq)}`;
    feed.addItem({
      id: link,
      link,
      title: [actionWord(action, { locale }), place].filter((part) => part !== '').join(' · '),
      content: [
        m.ledger_by({ role: roleWord(role, { locale }) }, { locale }),
        ...(reason === ''
          ? []
          : [m.ledger_reason_is({ reason: reasonWord(reason, { locale }) }, { locale })]),
      ].join(' · '),
      date: new Date(at),
      published: new Date(at),
    });
  }
  return feed.atom1();
}
