import changes from '../works/ncss-2016/editions/en-creemers/releases/1.0.1/changes.json' with { type: 'json' };
import version from '../works/ncss-2016/editions/en-creemers/releases/1.0.1/version.json' with { type: 'json' };
import type { ShippedRelease } from './index.ts';

// An import of JSON knows its strings as `string`; a test applies every change.
export const ncss2016Releases = [
  { edition: 'en-creemers', ...version, changes },
] as readonly ShippedRelease[];
