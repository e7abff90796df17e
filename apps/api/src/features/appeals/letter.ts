import type { Locale } from '@glossator/contract';

/* The mail to administrators where an appeal has nobody who may decide on it. */

export interface AlarmedRow extends Record<string, unknown> {
  readonly email: string;
  readonly key: string;
  readonly locale: Locale;
}

const languages: Readonly<
  Record<Locale, (host: string, link: string) => { subject: string; body: string }>
> = {
  en: (host, link) => ({
    subject: `An appeal at ${host} has nobody to decide on it`,
    body: `An author has appealed a decision on a public note at ${host}. Nobody decides on an appeal from their own decision, and nobody else keeps the notes of this work in order.\n\nAppoint another moderator, or make somebody an administrator, so that it is answered in time:\n\n${link}\n`,
  }),
  'zh-Hans': (host, link) => ({
    subject: `${host} 有一项申诉无人可以裁决`,
    body: `有作者就 ${host} 上一则公开注解的决定提出申诉。任何人不得裁决针对自己决定的申诉，而此文本没有其他审核员。\n\n请任命另一位审核员或管理员，以便按时答复：\n\n${link}\n`,
  }),
};

export const alarmLetter = (locale: Locale, origin: URL) =>
  languages[locale](origin.host, `${origin.origin}/admin/moderators`);
