import { foundClass } from '../../features/classes/classes.ts';
import { joinByCode, makeCode } from '../../features/classes/codes.ts';
import { makeGroup, moveToGroup } from '../../features/classes/groups.ts';
import { appointMember } from '../../features/classes/members.ts';
import type { Stage } from '../stage.ts';
import { idOf } from './member.ts';
import { assistant, groups, instructor, setting } from './setting.ts';

/** The class with its people in their groups; who comes in comes by its code. */
export async function found(stage: Stage): Promise<string> {
  const { actor } = stage.as(instructor);
  const { id } = await foundClass(stage, actor, setting);
  const { code } = await makeCode(stage, actor, id, { days: 60, places: 30 });
  for (const role of [assistant, ...groups.flatMap(({ students }) => students)])
    await joinByCode(stage, stage.as(role).actor, code);
  await appointMember(stage, actor, id, idOf(stage, assistant), 'assistant');
  for (const { name, students } of groups) {
    const { id: group } = await makeGroup(stage, actor, id, { name });
    for (const role of students) await moveToGroup(stage, actor, id, idOf(stage, role), group);
  }
  return id;
}
