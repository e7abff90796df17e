import { isoInstant as iso } from '../../db/instant.ts';
import { at, id, kind, type Key } from './kind.ts';

const text = (column: string): Key => [column, 'text', ''];

const inClass = `join assignment s on s.id = o.assignment_id join class g on g.id = s.class_id`;
const said = { class: 'g.name', assignment: 's.title' } as const;

/** What classes know of somebody beside their notes: their indexes begin with the person. */
export const classKinds = [
  kind(
    'clauses_opened',
    { ...said, clause: 'u.path', cause: 'o.cause', opened: iso('o.at') },
    `from assignment_opening o ${inClass} join unit u on u.uid = o.uid where o.person_id = $1`,
    [at('o.at'), id('o.assignment_id'), text('o.uid')],
  ),
  kind(
    'extensions',
    {
      ...said,
      due: iso('o.due_at'),
      closes: iso('o.closes_at'),
      given: iso('o.given_at'),
    },
    `from assignment_extension o ${inClass} where o.person_id = $1`,
    [at('o.given_at'), id('o.assignment_id')],
  ),
  kind(
    'class_news',
    { ...said, what: 'o.kind', told: iso('o.at'), read: iso('o.read_at') },
    // What is to open is told when it does.
    `from class_news o ${inClass} where o.person_id = $1 and o.at <= now()
      and s.published_at is not null`,
    [id('o.assignment_id'), text('o.kind')],
  ),
  kind(
    'class_pseudonyms',
    { ...said, name: 'o.name' },
    `from assignment_alias o ${inClass} where o.person_id = $1`,
    [id('o.assignment_id')],
  ),
  kind(
    'results',
    {
      ...said,
      points: "(o.grade->>'total')::numeric / 100",
      of: "(o.grade->>'of')::numeric / 100",
      comment: 'o.comment',
      told: iso('o.released_at'),
      opened: iso('o.seen_at'),
      ended: iso('o.ended_at'),
      ended_by: 'o.ended_by',
    },
    // What was taken back before it was read was not told.
    `from grade_result o ${inClass} where o.person_id = $1
      and (o.ended_at is null or o.seen_at is not null)`,
    [at('o.released_at'), id('o.id')],
  ),
  kind(
    'contested_results',
    {
      ...said,
      line: 'k.line',
      words: 'k.words',
      made: iso('k.made_at'),
      answer: 'k.answer',
      answer_words: 'k.answer_words',
      answered: iso('k.answered_at'),
    },
    `from grade_result o join grade_contest k on k.result_id = o.id ${inClass} where o.person_id = $1`,
    [at('o.released_at'), id('o.id'), text('k.line')],
  ),
  kind(
    'class_warnings',
    { class: 'g.name', told: iso('o.told_at'), read: iso('o.read_at') },
    'from class_warning o join class g on g.id = o.class_id where o.person_id = $1',
    [at('o.told_at'), id('o.class_id')],
  ),
  kind(
    'class_events',
    {
      class: 'g.name',
      assignment: 's.title',
      what: 'o.what',
      by_yourself: 'o.actor_id is not distinct from $1',
      about_yourself: 'o.about_id is not distinct from $1',
      at: iso('o.at'),
    },
    `from class_event o join class g on g.id = o.class_id
     left join assignment s on s.id = o.assignment_id
     where (o.about_id = $1 or o.actor_id = $1)`,
    [at('o.at'), id('o.id')],
  ),
];
