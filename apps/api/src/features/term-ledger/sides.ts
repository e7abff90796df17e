import type { Viewer } from '../../plugins/session.ts';
import { chooseAll } from '../works/service.ts';
import type { LoadedWork, TextStore } from '../works/text-store.ts';
import type { Side } from './follow-uses.ts';

type Head = LoadedWork['head'];

/** The version of the same edition that is read now. */
export const newestOf = (
  work: LoadedWork,
  base: Head,
  viewer: Pick<Viewer, 'person' | 'works'>,
): Head =>
  chooseAll(work, new Map(), viewer).find(({ head }) => head.edition_id === base.edition_id)
    ?.head ?? base;

/** The words of both, the same object where they are one version. */
export async function sideOf(
  texts: Pick<TextStore, 'version'>,
  base: Head,
  now: Head,
): Promise<Side> {
  const words = await texts.version(base.version_id);
  return {
    base: words,
    now: now.version_id === base.version_id ? words : await texts.version(now.version_id),
  };
}
