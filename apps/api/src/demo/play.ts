import { v7 as uuidv7 } from 'uuid';
import { reply, startThread, type Writer } from '../features/annotations/create.ts';
import { settle } from '../features/annotations/service.ts';
import { markUseful } from '../features/annotations/useful.ts';
import type { Role } from './cast.ts';
import { script, type Scene } from './script.ts';
import { seen, work, type Stage } from './stage.ts';

export const form = ({
  body,
  kind,
  tags,
  pointing,
}: Pick<Scene, 'body' | 'kind' | 'tags' | 'pointing'>) => ({
  body,
  ...(kind === undefined ? {} : { kind }),
  ...(tags === undefined ? {} : { tags: [...tags] }),
  ...(pointing === undefined ? {} : { pointing }),
  seen,
  key: uuidv7(),
});

/** What the trusted say of the strategy, and to whom it was useful. */
export async function play(stage: Stage): Promise<void> {
  // Trusted while the scene is set: what they say stands there when somebody comes.
  const trusted = (role: Role): Writer => {
    const writer = stage.as(role);
    return { ...writer, actor: { ...writer.actor, roles: ['moderator'] } };
  };
  const keep = async (
    id: string,
    { name, useful = [] }: Pick<Scene, 'name' | 'useful'>,
  ): Promise<void> => {
    if (name !== undefined) stage.notes.set(name, id);
    for (const role of useful) await markUseful(stage, stage.as(role), id, true);
  };
  const answer = async (parent: string, lines: Scene['replies'] = []): Promise<void> => {
    for (const line of lines) {
      const { view } = await reply(stage, trusted(line.by), parent, form(line));
      await keep(view.id, line);
      await answer(view.id, line.replies);
    }
  };
  for (const scene of script) {
    const { by, at, layer = 'public', settled = false } = scene;
    const place = { work, target: at, layer };
    const { view } = await startThread(stage, trusted(by), { ...place, ...form(scene) });
    const root = view.annotations[0]?.id ?? '';
    await keep(root, scene);
    await answer(root, scene.replies);
    if (settled) await settle(stage, trusted(by), view.id, 'resolve');
  }
}
