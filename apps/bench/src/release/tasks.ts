import {
  cleanRelease,
  makers,
  markdownTree,
  printer,
  referencesIn,
  zipOf,
  type Exported,
} from '@glossator/api/release-making';

const still = (): Promise<void> => Promise.resolve();

/** All that a file of words cannot do without: each part is parsed and cleaned, and thrown away. */
function parse(exported: Exported): void {
  const release = cleanRelease(exported.release);
  const place = referencesIn({ ...exported, release });
  for (const [n, part] of release.parts.entries())
    markdownTree(part.body, place, { idPrefix: `p${String(n)}-`, headings: 3 });
}

/** The same, and all of it in an archive as it is written. */
async function parseAndPack(exported: Exported): Promise<void> {
  parse(exported);
  const { parts, released } = exported.release;
  await zipOf(
    parts.map(({ body }, n) => ({ name: String(n), text: body })),
    released,
  );
}

const { CHROMIUM = '' } = process.env;

/** What is done once, by name: the files, and what stands beside them. */
export const tasks = {
  ...makers,
  pdf: (exported: Exported) =>
    printer(CHROMIUM)({ ...exported, release: cleanRelease(exported.release) }, still),
  parse,
  'parse and pack': parseAndPack,
  'clean and write as JSON': ({ release }: Exported) => JSON.stringify(cleanRelease(release)),
} as const;
export type Task = keyof typeof tasks;

export const once = async (task: Task, exported: Exported): Promise<void> => {
  await tasks[task](exported, still);
};
