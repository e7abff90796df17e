import { isoInstant as iso } from '../../db/instant.ts';
import { at, id, kind, type Key } from './kind.ts';

const number = (column: string): Key => [column, 'integer', '-1'];

/** Texts that somebody brought, and what they did about those of others as a text editor. */
export const workKinds = [
  // Index work_owner.
  kind(
    'texts',
    {
      address: 'w.slug',
      titles: 'w.titles',
      standing: 'w.standing',
      statement_of_rights: 'w.rights_statement',
      brought: iso('w.brought_at'),
      given_to: `array(select c.name from work_class k join class c on c.id = k.class_id
        where k.work_id = w.id order by k.given_at, c.id)`,
    },
    'from work w where w.owner_id = $1',
    [at('w.brought_at'), number('w.id')],
  ),
  // Index work_owner, then primary keys and unit_order.
  kind(
    'words_of_texts',
    {
      text: 'w.slug',
      edition: 'v.edition_id',
      version: 'v.version',
      address: 'u.path',
      words: 's.reading',
    },
    `from work w join edition e on e.work_id = w.id join edition_version v on v.edition_id = e.id
     join unit u on u.work_id = w.id
     join segment_text s on s.version_id = v.id and s.uid = u.uid where w.owner_id = $1`,
    [number('w.id'), number('v.id'), number('u.ord')],
    { batch: 100, within: 2 },
  ),
  // Index work_step_actor.
  kind(
    'steps_of_texts',
    {
      text: 'w.slug',
      step: 'o.action',
      as_owner: 'o.as_owner',
      reason: 'o.reason',
      message: 'o.message',
      taken: iso('o.at'),
    },
    'from work_step o join work w on w.id = o.work_id where o.actor_id = $1',
    [at('o.at'), id('o.id')],
  ),
];
