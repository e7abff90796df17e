import { defineParams } from '@sveltejs/kit/params';

/** A slug, or a slug with pinned editions: `ncss-2016@zh-cac:1.0.0,en-creemers:1.0.0`. */
const work = /^[a-z0-9-]{1,64}(@[a-z0-9-]{1,64}:\d+\.\d+\.\d+(,[a-z0-9-]{1,64}:\d+\.\d+\.\d+)*)?$/;
/** `ncss-2016.zh-cac.txt` or `ncss-2016.zh-cac@1.0.0.txt`. */
const plain = /^[a-z0-9-]{1,64}\.[a-z0-9-]{1,64}(@\d+\.\d+\.\d+)?\.txt$/;
/** `ncss-2016-textual-notes@1.0.epub`; by hand, for it is in the first script of every page. */
const releaseFile = /^[a-z0-9-]{1,64}(@\d+\.\d+)?\.(html|epub|tei\.xml|md|jsonld|pdf)$/;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const params = defineParams({
  work: (param) => (work.test(param) ? param : undefined),
  uuid: (param) => (uuid.test(param) ? param : undefined),
  releaseFile: (param) => (releaseFile.test(param) ? param : undefined),
  plain: (param) => (plain.test(param) ? param : undefined),
});
