import alignment from '../works/ncss-2016/alignment.json' with { type: 'json' };
import aliases from '../works/ncss-2016/aliases.json' with { type: 'json' };
import enApparatus from '../works/ncss-2016/editions/en-creemers/apparatus.json' with { type: 'json' };
import enEdition from '../works/ncss-2016/editions/en-creemers/edition.json' with { type: 'json' };
import enLimbs from '../works/ncss-2016/editions/en-creemers/limbs.json' with { type: 'json' };
import enSpans from '../works/ncss-2016/editions/en-creemers/spans.json' with { type: 'json' };
import enText from '../works/ncss-2016/editions/en-creemers/text.json' with { type: 'json' };
import enVersion from '../works/ncss-2016/editions/en-creemers/version.json' with { type: 'json' };
import glApparatus from '../works/ncss-2016/editions/en-glossator/apparatus.json' with { type: 'json' };
import glEdition from '../works/ncss-2016/editions/en-glossator/edition.json' with { type: 'json' };
import glLimbs from '../works/ncss-2016/editions/en-glossator/limbs.json' with { type: 'json' };
import glSpans from '../works/ncss-2016/editions/en-glossator/spans.json' with { type: 'json' };
import glText from '../works/ncss-2016/editions/en-glossator/text.json' with { type: 'json' };
import glVersion from '../works/ncss-2016/editions/en-glossator/version.json' with { type: 'json' };
import zhApparatus from '../works/ncss-2016/editions/zh-cac/apparatus.json' with { type: 'json' };
import zhEdition from '../works/ncss-2016/editions/zh-cac/edition.json' with { type: 'json' };
import zhLimbs from '../works/ncss-2016/editions/zh-cac/limbs.json' with { type: 'json' };
import zhSpans from '../works/ncss-2016/editions/zh-cac/spans.json' with { type: 'json' };
import zhText from '../works/ncss-2016/editions/zh-cac/text.json' with { type: 'json' };
import zhVersion from '../works/ncss-2016/editions/zh-cac/version.json' with { type: 'json' };
import ids from '../works/ncss-2016/ids.json' with { type: 'json' };
import lines from '../works/ncss-2016/lines.json' with { type: 'json' };
import labels from '../works/ncss-2016/labels.json' with { type: 'json' };
import operations from '../works/ncss-2016/operations.json' with { type: 'json' };
import remainder from '../works/ncss-2016/remainder.json' with { type: 'json' };
import terms from '../works/ncss-2016/terms.json' with { type: 'json' };
import witness from '../works/ncss-2016/witness.json' with { type: 'json' };
import work from '../works/ncss-2016/work.json' with { type: 'json' };
import type { WorkLayers } from '../src/index.ts';

// An import of JSON knows its strings as `string`; a test holds every one to its declared list.
export const ncss2016 = {
  work,
  ids,
  aliases,
  alignment,
  terms,
  witness: { witness, lines, remainder, operations },
  editions: [
    {
      edition: zhEdition,
      version: zhVersion,
      text: zhText,
      labels: labels['zh-cac'],
      limbs: zhLimbs,
      apparatus: zhApparatus,
      spans: zhSpans,
    },
    {
      edition: enEdition,
      version: enVersion,
      text: enText,
      labels: labels['en-creemers'],
      limbs: enLimbs,
      apparatus: enApparatus,
      spans: enSpans,
    },
    {
      edition: glEdition,
      version: glVersion,
      text: glText,
      labels: labels['en-glossator'],
      limbs: glLimbs,
      apparatus: glApparatus,
      spans: glSpans,
    },
  ],
} as WorkLayers;
