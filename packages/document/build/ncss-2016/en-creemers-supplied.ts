import type { ApparatusDeclaration } from '../declarations.ts';

export const supplied: readonly ApparatusDeclaration[] = [];
