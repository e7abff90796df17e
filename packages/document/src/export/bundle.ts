import { digest } from '../digest.ts';
import { plainText } from '../plain-text.ts';
import { dtsCollection } from './dts.ts';
import { dtsNavigation } from './dts-tree.ts';
import { versionUrl, workUrl, type ExportedWork } from './exported-work.ts';
import { textForm, textForms, writeTextForm } from './text-forms.ts';
import { isAligned } from './tmx.ts';
import { withheldWords } from './withheld.ts';

export interface BundledFile {
  readonly name: string;
  readonly text: string;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** What is in it and whose it is, for who opens the archive in ten years. */
function readme(exported: ExportedWork, files: readonly BundledFile[]): string {
  const { work, versions } = exported.shipped;
  const editions = versions.flatMap((version) => [
    `${version.edition.id} ${version.version} (${version.edition.lang}, ${version.edition.relation})`,
    `  ${version.edition.title}`,
    ...version.edition.responsible.map((name) => `  ${name}`),
    `  ${versionUrl(exported, version)}`,
    `  sha256 ${version.sha256}`,
    ...Object.values(withheldWords(version)).map((text) => `  ${text}`),
    ...Object.values(version.edition.source).map((text) => `  ${text}`),
    ...Object.values(version.edition.rights).map((text) => `  ${text}`),
    '',
  ]);
  return [
    ...Object.values(work.titles),
    workUrl(exported),
    '',
    ...editions,
    'Files:',
    ...files.map(({ name }) => `  ${name}`),
    '',
    'SHA256SUMS holds the digest of each: sha256sum --check SHA256SUMS',
    '',
  ].join('\n');
}

/** Everything that a work is told as, in one folder: the files of an archive. */
export function workBundle(exported: ExportedWork): readonly BundledFile[] {
  const { shipped, origin } = exported;
  const [first] = shipped.versions;
  const { slug } = shipped.work;
  const ofWork = textForms
    .filter(
      (form) => ({ all: true, aligned: isAligned(shipped), one: false })[textForm[form].holds],
    )
    .flatMap((form) =>
      first === undefined
        ? []
        : [
            {
              name: `${slug}${textForm[form].suffix}`,
              text: writeTextForm(exported, form, first),
            },
          ],
    );
  const ofEditions = shipped.versions.flatMap((version) => {
    const stem = `${slug}.${version.edition.id}@${version.version}`;
    const tree = dtsNavigation(
      exported,
      version,
      { down: -1 },
      `${origin}/api/dts/navigation?resource=${encodeURIComponent(versionUrl(exported, version))}&down=-1`,
    );
    return [
      ...textForms
        .filter((form) => textForm[form].holds === 'one')
        .map((form) => ({
          name: `${stem}${textForm[form].suffix}`,
          text: writeTextForm(exported, form, version),
        })),
      {
        name: `${stem}.diplomatic.txt`,
        text: plainText(version, shipped.units, 'diplomatic'),
      },
      ...(tree.ok ? [{ name: `dts/navigation/${stem}.json`, text: json(tree.value) }] : []),
    ];
  });
  const collection = dtsCollection(origin, [exported], {
    id: workUrl(exported),
    nav: 'children',
  });
  const files = [
    ...ofWork,
    ...ofEditions,
    { name: `dts/collection/${slug}.json`, text: json(collection) },
  ].toSorted((left, right) => (left.name < right.name ? -1 : 1));
  const told = [{ name: 'README.txt', text: readme(exported, files) }, ...files];
  const sums = told.map(({ name, text }) => `${digest(text)}  ${name}\n`).join('');
  return [...told, { name: 'SHA256SUMS', text: sums }];
}
