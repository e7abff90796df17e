import type { WorkDeclaration } from '../declarations.ts';
import { enCreemers } from './en-creemers.ts';
import { enGlossator } from './en-glossator.ts';
import { setAside } from './remainder.ts';
import { terms } from './terms.ts';
import { limbs, pages, roles, work, zones } from './work.ts';
import { zhCac } from './zh-cac.ts';

export const ncss2016: WorkDeclaration = {
  work,
  witness: {
    id: 'W0',
    file: '000_17ce8a8d1289e763.txt',
    sha256: 'a98fcf1b970edfde7a6e2f5f43b04ed1919217dde9f28da24591112c896b1a7d',
  },
  pages,
  zones,
  setAside,
  roles,
  limbs,
  editions: [zhCac, enCreemers],
  supplements: [enGlossator],
  ledger: { source: 'zh-cac', target: 'en-creemers', commentary: 'ncss-2016-textual-notes', terms },
};
