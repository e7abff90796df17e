import { shippedWorks } from '@glossator/document/seed';
import { foldName, type Ground } from '../../src/features/docx/read/read-place.ts';

const [shipped] = shippedWorks;
if (shipped === undefined) throw new Error('nothing ships');

export const shippedGround: Ground = {
  work: shipped.work,
  units: shipped.units,
  aliases: shipped.aliases,
  names: new Map([[foldName('III. Objectives'), '3']]),
};
