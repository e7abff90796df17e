import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as copies from '../src/features/commentaries/copy-statements.ts';
import * as bibliography from '../src/features/commentaries/bibliography-statements.ts';
import * as parts from '../src/features/commentaries/part-statements.ts';
import { partToRemark } from '../src/features/annotations/find-part.ts';
import * as docx from '../src/features/docx/statements.ts';
import * as commentaries from '../src/features/commentaries/statements.ts';
import * as publishing from '../src/features/publishing/statements.ts';
import * as files from '../src/features/release-exports/statements.ts';
import * as feeds from '../src/features/feeds/release-statements.ts';
import * as promotions from '../src/features/promotions/statements.ts';
import { bornAs, threadsOnPart } from '../src/features/part-threads/list.ts';
import * as releases from '../src/features/releases/statements.ts';
import * as sitemap from '../src/features/sitemap/statements.ts';
import {
  addPart,
  entryOn,
  foundCommentary,
  startApp,
  stopApp,
  type TestApp,
} from './support/index.ts';

/*
 * Read with their plans on many commentaries, a thousand of them with twenty parts: a sequential scan would be chosen
 * where no index served.
 */
let site: TestApp;
let person: string;
let id: string;
let part: string;
const growing = [
  'commentary',
  'commentary_author',
  'commentary_contributor',
  'commentary_docx',
  'commentary_docx_part',
  'commentary_part',
  'commentary_revision',
  'bibliography_item',
  'commentary_release',
  'commentary_origin',
  'release_part',
  'release_place',
  'thread',
  'thread_part',
  'promotion',
  'promotion_use',
  'commentary_schedule',
  'commentary_submission',
  'submission_part',
  'commentary_round',
  'commentary_reviewer',
  'release_file',
  'release_file_piece',
  'person',
  'account',
];

beforeAll(async () => {
  site = await startApp();
  const ada = await site.addPerson({ name: 'Ada' });
  person = ada.id;
  id = await foundCommentary(site, ada);
  part = (await addPart(site, ada, id, entryOn('4.3.1.2'))).id;
  await site.owner.query(
    `insert into person (id, name) select md5('p' || n)::uuid, 'P' || n from generate_series(1, 5000) n;
     insert into account (person_id, email, email_key, password_hash, locale)
       select id, id || '@x', id || '@x', '-', 'en' from person where name ~ '^P';
     insert into commentary_slug select 's' || n from generate_series(1, 20000) n;
     insert into commentary (id, work_id, slug, title, language)
       select md5('c' || n)::uuid, w.id, 's' || n, 'C', 'en'
       from generate_series(1, 20000) n, (select min(id) as id from work) w;
     insert into commentary_author (commentary_id, person_id, role, state)
       select md5('c' || n)::uuid, '${person}', 'lead', 'active' from generate_series(1, 1000) n;
     insert into commentary_author (commentary_id, person_id, role, state)
       select md5('c' || n)::uuid, md5('p' || (n * 5 + m) % 5000 + 1)::uuid, 'author', 'active'
       from generate_series(1, 1000) n, generate_series(1, 5) m;
     insert into commentary_contributor (commentary_id, n, kind, family)
       select md5('c' || n)::uuid, m, 'person', 'F' from generate_series(1, 1000) n, generate_series(1, 3) m;
     insert into commentary_part (id, commentary_id, kind, position, post_key)
       select md5(c || ' ' || n)::uuid, md5('c' || c)::uuid, 'essay', n, gen_random_uuid()
       from generate_series(1, 1000) c, generate_series(1, 20) n;
     insert into commentary_revision (part_id, number, label, title, body, words, author_id)
       select md5(c || ' ' || n)::uuid, 1, '', '', 'x', 1, md5('p' || c % 5000 + 1)::uuid
       from generate_series(1, 1000) c, generate_series(1, 20) n;
     insert into bibliography_item (id, commentary_id, key, item)
       select md5('b' || c || ' ' || n)::uuid, md5('c' || c)::uuid, 'key' || n, '{"type": "book"}'
       from generate_series(1, 1000) c, generate_series(1, 20) n;
     insert into commentary_release (id, commentary_id, major, minor, document, sha256, front, released_at)
       select md5('r' || c || ' ' || m)::uuid, md5('c' || c)::uuid, 1, m, '{}',
         encode(sha256('{}'), 'hex'), '{}', now()
       from generate_series(1, 20000) c, generate_series(0, 1) m;
     insert into commentary_origin (commentary_id, release_id, post_key)
       select md5('c' || c)::uuid, md5('r1 0')::uuid, md5('k' || c)::uuid from generate_series(2, 20000) c;
     insert into release_part (release_id, n, kind, label, title, words, places, body, born)
       select r.id, n, 'entry', 'L' || n, 'T', 1, '[]', 'x', '1.0#' || n
       from (select id from commentary_release where document = '{}' order by id limit 3000) r,
         generate_series(1, 20) n;
     insert into thread (id, work_id, layer_id, target_kind, from_uid, to_uid, author_id)
       select md5('t' || n)::uuid, u.work_id, l.id, 'segment', u.uid, u.uid, md5('p' || n % 5000 + 1)::uuid
       from generate_series(1, 20000) n, (select id from layer where kind = 'public') l,
         (select work_id, uid from unit where kind = 'sentence' order by ord limit 1) u;
     insert into thread_part (thread_id, commentary_id, born, release_id, label)
       select md5('t' || n)::uuid, r.commentary_id, '1.0#' || n % 20 + 1, r.id, 'L' || n % 20 + 1
       from generate_series(1, 20000) n
       join (select id, commentary_id, row_number() over (order by id) as at from commentary_release
         where document = '{}') r on r.at = n % 3000 + 1;
     insert into promotion (id, commentary_id, n, author_id, asked_by, state)
       select md5('m' || n)::uuid, md5('c' || n % 2000 + 1)::uuid, n / 2000 + 1,
         md5('p' || n % 5000 + 1)::uuid, md5('p' || n % 4000 + 1)::uuid, 'asked'
       from generate_series(1, 20000) n;
     insert into promotion_use (promotion_id, release_id)
       select md5('m' || n)::uuid, r.id from generate_series(1, 20000) n
       join (select id, row_number() over (order by id) as at from commentary_release
         where document = '{}') r on r.at = n % 3000 + 1;
     insert into release_file (id, release_id, format, key, state, total, size, sha256, made_at)
       select md5('f' || r.id || format)::uuid, r.id, format, encode(sha256(r.id::text::bytea), 'hex'),
         'ready', 1, 1, encode(sha256('x'), 'hex'), now()
       from (select id from commentary_release where document = '{}' order by id limit 5000) r,
         unnest(array['html', 'epub', 'tei']) format;
     insert into release_file_piece (file_id, n, bytes) select id, 0, 'x' from release_file;
     insert into release_place (work_id, uid, release_id, n)
       select u.work_id, u.uid, p.release_id, p.n
       from release_part p
       join (select work_id, uid, row_number() over (order by ord) as at from unit) u
         on u.at = abs(hashtext(p.release_id::text || p.n)) % 200 + 1
       on conflict do nothing;
     insert into commentary_submission (id, commentary_id, n, front)
       select md5('c' || n)::uuid, md5('c' || n)::uuid, 1, '{}' from generate_series(1, 20000) n;
     insert into submission_part (submission_id, n, part_id, revision)
       select md5('c' || c)::uuid, n, md5(c || ' ' || n)::uuid, 1
       from generate_series(1, 1000) c, generate_series(1, 20) n;
     insert into commentary_round (id, commentary_id, n, submission_id, names)
       select md5('c' || n)::uuid, md5('c' || n)::uuid, 1, md5('c' || n)::uuid, 'open'
       from generate_series(1, 20000) n;
     insert into commentary_reviewer (id, round_id, n, person_id, state)
       select md5('v' || n)::uuid, md5('c' || n)::uuid, 1, md5('p' || n % 5000 + 1)::uuid, 'invited'
       from generate_series(1, 20000) n;
     insert into commentary_schedule (commentary_id, due_at, zone, major, minor, change)
       select md5('c' || n)::uuid, now() + n * interval '1 hour', 'UTC', 1, 0, '' from generate_series(1, 20000) n;
     insert into commentary_docx (id, commentary_id, made_by, file_name, notices)
       select md5('d' || n)::uuid, md5('c' || n)::uuid, md5('p' || n % 5000 + 1)::uuid, '', '[]'
       from generate_series(1, 20000) n;
     insert into commentary_docx_part (docx_id, n, stands, heading, label, title, body, words, notes,
       opening, problem, over, is_dense, kind, at)
       select md5('d' || d)::uuid, n, n, '', '', '', '', 0, 0, '', 'none', 0, false, 'entry', '{}'
       from generate_series(1, 1000) d, generate_series(1, 20) n;
     analyze;`,
  );
}, 120_000);
afterAll(() => stopApp(site));

const newest = ['9999-12-31T23:59:59.999999Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

test.each([
  ['those of a person', commentaries.commentariesOf, () => [person, ...newest, 51]],
  ['one', commentaries.commentarySeenBy, () => [id, person]],
  ['how many somebody leads', commentaries.countLed, () => [randomUUID()]],
  ['its byline', commentaries.contributorsOf, () => [id]],
  ['its authors', commentaries.authorsOf, () => [id]],
  ['whom one asks', commentaries.personToInvite, () => ['p5']],
  ['its parts', parts.partsOf, () => [id]],
  ['its parts as they will be read', parts.proofOf, () => [id, -1, person, 21]],
  ['how its parts are cited', parts.labelsOfCommentary, () => [id]],
  ['a part', parts.partOf, () => [id, part]],
  ['a part by the key of its form', parts.partByKey, () => [id, randomUUID()]],
  ['its bibliography', bibliography.itemsOf, () => [id, '', person, 51]],
  ['all of its bibliography', bibliography.allItems, () => [id]],
  ['a work of it', bibliography.itemOf, () => [id, randomUUID()]],
  ['the works that it cites', bibliography.citedItems, () => [id]],
  ['who cites some works', bibliography.partsCiting, () => [id, ['key1', 'key2']]],
  ['a release', releases.releaseOf, () => ['s7', 1, 0]],
  ['the newest release', releases.newestRelease, () => ['s7']],
  ['all releases of one', releases.releasesOf, () => ['s7']],
  ['the parts of a release', releases.readParts, () => [randomUUID(), 0, 51]],
  ['all parts of a release', releases.partsOfRelease, () => [randomUUID()]],
  ['an entry of a release', releases.partByLabel, () => [randomUUID(), 'L7']],
  ['what is compared of a release', releases.partsToCompare, () => [randomUUID()]],
  ['words of some parts', releases.bodiesOf, () => [randomUUID(), [1, 7]]],
  ['a part of a release', releases.partByNumber, () => [randomUUID(), 7]],
  ['what is beside it', releases.partsBeside, () => [randomUUID(), 7]],
  ['what is published', releases.publishedCommentaries, () => ['s7', 51]],
  ['how many parts are exported', files.partsToExport, () => [randomUUID()]],
  ['the files of a release', files.filesOf, () => [randomUUID()]],
  ['a file', files.fileById, () => [randomUUID()]],
  ['files that are owed', files.waitingFiles, () => []],
  ['a piece of a file', files.readPiece, () => [randomUUID(), 0]],
  ['files that were made before', files.removeFormer, () => [randomUUID(), 'epub', randomUUID()]],
  ['the labels of a release', releases.labelsOf, () => [randomUUID()]],
  ['notes that are asked for', promotions.promotionsOf, () => [id, 0, 51, [1]]],
  ['what somebody is asked for', promotions.requestsTo, () => [person, ...newest, 51]],
  ['one that is asked for', promotions.promotionOf, () => [randomUUID()]],
  ['how many are asked for', promotions.countPromotions, () => [id]],
  ['what may be quoted', promotions.quotationsOf, () => [id]],
  ['an entry that is remarked on', partToRemark, () => ['s7', 1, 0, 'L7', 1]],
  ['where an entry was born', bornAs, () => [randomUUID(), 'L7']],
  ['what earlier releases had', releases.partsBefore, () => [id, 1, 1]],
  [
    'what is said of an entry',
    threadsOnPart,
    () => [randomUUID(), '1.0#7', [1, 2], 'ffffffff-ffff-ffff-ffff-ffffffffffff', 51],
  ],
  ['the feed of releases', feeds.newestReleases, () => []],
  ['commentaries in the sitemap', sitemap.commentariesAfter, () => [1, 's7']],
  ['a commentary in the sitemap', sitemap.pagesOfCommentary, () => ['s7']],
  ['what stands on a clause', releases.entriesAt, () => [1, ['s-ck0wd8v6'], '', 0, 51]],
  ['the title page of a draft', publishing.frontNow, () => [id]],
  ['the parts of a draft', publishing.partsNow, () => [id]],
  ['what was handed in', publishing.lastHandedIn, () => [id]],
  ['the parts that were handed in', publishing.partsHandedIn, () => [randomUUID()]],
  ['what was published', publishing.publishedOf, () => [id]],
  ['who reviewed it', publishing.reviewedBy, () => [id, '-infinity']],
  ['when it is to be published', publishing.scheduleOf, () => [id]],
  ['what is due', publishing.scheduleDue, () => [[]]],
  ['who scheduled it, as what they act now', publishing.actorNow, () => [person]],
  ['what it was begun from', copies.originOf, () => [randomUUID()]],
  ['whose it is that is copied', copies.writesSource, () => ['s7', person]],
  ['what is copied, held', copies.holdSource, () => ['s7']],
  ['how much is copied', copies.countParts, () => [randomUUID()]],
  ['the copy of a form', copies.copyByKey, () => [randomUUID(), person]],
  ['the places of what is copied', copies.placesToCopy, () => [randomUUID()]],
  ['a file that waits', docx.docxOf, () => [id, person]],
  ['what is chosen of a file', docx.outlineOfDocx, () => [randomUUID()]],
  ['the passages of a file', docx.passagesOf, () => [randomUUID(), 0, 51]],
  ['a choice in a file', docx.choose, () => [randomUUID(), [1], ['entry'], ['["4.3"]']]],
  ['parts from a file', docx.writeParts, () => [randomUUID(), id, person, '[]']],
  ['a file that is thrown away', docx.dropDocx, () => [id, person]],
  ['the files of somebody who goes', docx.eraseDocx, () => [person]],
  ['files that are too old', docx.dropOldDocx, () => []],
  ['the revisions of a part', parts.revisionsOfPart, () => [part, 2_147_483_647, 51]],
] as const)('%s: no whole table is read', async (_, { text }, values) => {
  const { rows } = await site.owner.query<{ 'QUERY PLAN': string }>(`explain ${text}`, [
    ...values(),
  ]);
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  const scanned = [...plan.matchAll(/Seq Scan on (\w+)/g)].map(([, table]) => table);
  expect(scanned.filter((table) => growing.some((each) => each === table))).toEqual([]);
});
