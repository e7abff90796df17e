import { noteKinds } from '@glossator/domain';
import { Type } from 'typebox';

export const NoteKindName = Type.Enum([...noteKinds]);
