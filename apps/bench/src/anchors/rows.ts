import {
  followCases,
  judge,
  mutationNames,
  type MutationName,
  type PlainText,
  type Verdict,
} from '@glossator/document/mutations';
import { shippedWorks } from '@glossator/document/seed';
import type { Row } from '../report.ts';
import { pageOf } from './hypothesis.ts';
import { judgeTheirs, type TheirVerdict } from './judge-theirs.ts';

/** Notes of each kind of change and language; as many as give a share to a tenth of one of 100. */
const each = 1_000;
const seed = 20_161_227;

interface Counted {
  readonly ours: Record<Verdict, number>;
  readonly theirs: Record<TheirVerdict, number>;
  /** Notes whose words all stand in their segment or in what took its place, and those that ours keeps there. */
  standing: number;
  kept: number;
  theirFound: number;
}

function count(text: PlainText, name: MutationName, n: number): Counted {
  const page = pageOf(text);
  const counted: Counted = {
    ours: { kept: 0, keptWrong: 0, proposed: 0, proposedWrong: 0, stale: 0 },
    theirs: { right: 0, wrong: 0, orphan: 0 },
    standing: 0,
    kept: 0,
    theirFound: 0,
  };
  for (const found of followCases(text, name, each, seed + n)) {
    const [ours, theirs] = [judge(found), judgeTheirs(found, page)];
    counted.ours[ours] += 1;
    counted.theirs[theirs] += 1;
    if (!found.survives) continue;
    counted.standing += 1;
    if (ours === 'kept') counted.kept += 1;
    if (theirs === 'right') counted.theirFound += 1;
  }
  return counted;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

function classRow(lang: string, name: MutationName, { ours, theirs }: Counted): Row {
  const parts = [
    `kept ${String(ours.kept)}`,
    `proposed ${String(ours.proposed)}, elsewhere ${String(ours.proposedWrong)}`,
    `stale ${String(ours.stale)}`,
  ];
  const others = `right ${String(theirs.right)}, orphan ${String(theirs.orphan)}`;
  const all = Object.values(ours).reduce((sum, one) => sum + one, 0);
  return {
    what: `notes on other words, ${lang}, ${name} (${parts.join(', ')})`,
    unit: 'of 100',
    ours: share(ours.keptWrong, all),
    beside: `rule of Hypothesis’s client (${others})`,
    theirs: share(theirs.wrong, all),
    wanted: null,
  };
}

/** What becomes of notes when a text changes, beside a rule that seeks their words in the whole page. */
export function anchorRows(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { edition, texts } of shippedWorks[0]?.versions.filter(
    ({ version, edition }) => version === '1.0.0' && edition.relation !== 'supplement',
  ) ?? []) {
    const text = texts.flatMap(({ uid, reading }) =>
      reading === null ? [] : [{ uid, text: reading }],
    );
    const counted = mutationNames.map((name, n) => ({ name, ...count(text, name, n) }));
    for (const found of counted) rows.push(classRow(edition.lang, found.name, found));
    const sum = (of: (one: Counted) => number): number =>
      counted.reduce((all, one) => all + of(one), 0);
    const all = sum(({ ours }) => Object.values(ours).reduce((a, b) => a + b, 0));
    rows.push({
      what: `notes on other words, ${edition.lang}, all changes`,
      unit: 'of 100',
      ours: share(
        sum(({ ours }) => ours.keptWrong),
        all,
      ),
      beside: 'rule of Hypothesis’s client',
      theirs: share(
        sum(({ theirs }) => theirs.wrong),
        all,
      ),
      wanted: { of: 'ours', most: 1 },
    });
    rows.push({
      what: `notes whose words stand that are kept there, ${edition.lang}`,
      unit: 'of 100',
      ours: share(
        sum(({ kept }) => kept),
        sum(({ standing }) => standing),
      ),
      beside: 'rule of Hypothesis’s client: put there',
      theirs: share(
        sum(({ theirFound }) => theirFound),
        sum(({ standing }) => standing),
      ),
      wanted: { of: 'ours', least: 95 },
    });
  }
  return Promise.resolve(rows);
}
