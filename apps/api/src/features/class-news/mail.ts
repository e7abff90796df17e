import type { ClassNewsKind, Locale } from '@glossator/contract';
import type { ApiConfig } from '../../config.ts';
import type { Transact } from '../../db/client.ts';
import type { Outbox } from '../mail/service.ts';
import { newsLetter } from './letter.ts';
import { newsMailDue } from './statements.ts';

interface Due extends Record<string, unknown> {
  readonly kind: ClassNewsKind;
  readonly assignment: string;
  readonly class: string | null;
  readonly className: string | null;
  /** Null where they wish no mail, have read it, or may not know of it any more. */
  readonly to: { readonly email: string; readonly key: string; readonly locale: Locale } | null;
}

const pages: Readonly<Record<ClassNewsKind, string>> = {
  published: '',
  opened: '',
  extended: '',
  contested: '/grades',
  answered: '/result',
};

/** One mail of all that is due to one person; true where there may be more. */
export const mailNews = (
  { transact, settings }: { readonly transact: Transact; readonly settings: ApiConfig },
  outbox: Outbox,
): Promise<boolean> =>
  transact(async (db) => {
    const rows = await db.rows<Due>(newsMailDue, []);
    const to = rows.find((row) => row.to !== null)?.to ?? null;
    if (to === null) return rows.length > 0;
    const { origin, host } = settings.origin;
    const news = rows.flatMap(({ kind, assignment, class: id, className }) =>
      id === null || className === null
        ? []
        : [
            {
              kind,
              className,
              link: `${origin}/classes/${id}/assignments/${assignment}${pages[kind]}`,
            },
          ],
    );
    const letter = newsLetter(to.locale, { host, settings: `${origin}/account#mail`, news });
    await outbox.put(db, { kind: 'class', to, locale: to.locale, ...letter });
    return true;
  });
