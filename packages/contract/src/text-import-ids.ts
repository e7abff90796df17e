import { Type } from 'typebox';

export const ImportId = Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 });
/** Number of a language. */
export const ImportSide = Type.Integer({ minimum: 0, maximum: 1 });
/** Corrections so far, counted. */
export const ImportVersion = Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 });
