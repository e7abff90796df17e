import {
  digest,
  prepareVersion,
  readPasted,
  verifyQuotation,
  type EditionVersion,
  type PreparedWork,
  type Result,
  type Verified,
  type VerifyFailure,
} from '../../src/index.ts';
import { pathOf, shipped } from '../strategy.ts';

const TRADITIONAL = new Map(
  '網网 絡络 國国 戰战 維维 護护 關关 鍵键 資资 礎础 設设 備备 機机 義义 權权 對对 話话 論论 發发 進进 與与'
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);
export const foldHan = (character: string): string => TRADITIONAL.get(character) ?? character;
const SIMPLIFIED = new Map([...TRADITIONAL].map(([traditional, simple]) => [simple, traditional]));
export const inTraditional = (text: string): string =>
  [...text].map((character) => SIMPLIFIED.get(character) ?? character).join('');

export const prepared = (
  version: EditionVersion,
  change: (text: string, path: string) => string | null = (text) => text,
  number: string = version.version,
) =>
  prepareVersion(
    {
      edition: version.edition.id,
      lang: version.edition.lang,
      version: number,
      released: version.released,
      segments: version.texts.flatMap(({ uid, reading }) => {
        const path = pathOf.get(uid) ?? '';
        const text = reading === null ? null : change(reading, path);
        return text === null ? [] : [{ uid, path, text, sha256: digest(text) }];
      }),
    },
    foldHan,
  );

export const strategy: PreparedWork = {
  slug: 'ncss-2016',
  versions: shipped.versions.map((version) => prepared(version)),
};

export const ask = (
  text: string,
  works: readonly PreparedWork[] = [strategy],
): Result<Verified, VerifyFailure> => verifyQuotation(readPasted(text), works);

export function verified(text: string, works?: readonly PreparedWork[]): Verified {
  const answer = ask(text, works);
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value;
}
