import { makePool } from '@glossator/api';
import {
  conditionValues,
  findNotes,
  findTexts,
  hitNotes,
  readQuery,
  stretchesOf,
  tsqueryOf,
  visitorLayersStatement,
} from '@glossator/api/hot-statements';

export interface BareSearch {
  /** How many notes were found. */
  readonly search: (q: string) => Promise<number>;
  readonly end: () => Promise<void>;
}

/** The statements of a search by a visitor, one after the other, with nothing around them. */
export function bareSearch(connectionString: string): BareSearch {
  const pool = makePool(connectionString);
  const rows = async (statement: { name: string; text: string }, values: readonly unknown[]) =>
    (await pool.query<Record<string, unknown>>({ ...statement, values: [...values] })).rows;
  const nowhere = { work: null, units: null };

  return {
    search: async (q) => {
      const { terms, filter } = readQuery({ q });
      const layers = (await rows(visitorLayersStatement, [])).map(({ id }) => Number(id));
      const actor = { personId: null, roles: [] };
      const wanted = terms.map(({ folded }) => folded);
      await rows(findTexts, [
        tsqueryOf(terms),
        stretchesOf(terms),
        [],
        false,
        null,
        null,
        layers,
        21,
        [],
      ]);
      const [found] = await rows(findNotes, [
        ...conditionValues({ actor, layers, works: [] }, terms, filter, nowhere, null),
        wanted,
        0,
        20,
      ]);
      await rows(hitNotes, [null, [], layers, found?.['ids']]);
      return Number(found?.['total']);
    },
    end: () => pool.end(),
  };
}
