import type { ApparatusDeclaration } from '../declarations.ts';

export const doubtful: readonly ApparatusDeclaration[] = [];
