import type { ClassNewsKind, Locale } from '@glossator/contract';

/* The words of the mail that tells of a class: where to look, and nothing that could be taken back. */

export interface NewsFacts {
  readonly host: string;
  /** The page on which this mail is ended. */
  readonly settings: string;
  readonly news: readonly {
    readonly kind: ClassNewsKind;
    readonly className: string;
    readonly link: string;
  }[];
}
interface Written {
  readonly subject: string;
  readonly body: string;
}
interface Words {
  readonly subject: (host: string) => string;
  readonly said: Readonly<Record<ClassNewsKind, (className: string) => string>>;
  readonly end: (settings: string) => string;
}

const languages: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (host) => `News of your class at ${host}`,
    said: {
      published: (name) => `${name}: an assignment was published`,
      opened: (name) => `${name}: an assignment has opened`,
      extended: (name) => `${name}: you were given more time`,
      contested: (name) => `${name}: a line of a result is contested`,
      answered: (name) => `${name}: what you contested was answered`,
    },
    end: (settings) => `Whether and when you get such mail is chosen here: ${settings}`,
  },
  'zh-Hans': {
    subject: (host) => `${host} 上您的班级有新消息`,
    said: {
      published: (name) => `${name}：发布了作业`,
      opened: (name) => `${name}：作业已开放`,
      extended: (name) => `${name}：您获得了延期`,
      contested: (name) => `${name}：有人对成绩中的一项提出异议`,
      answered: (name) => `${name}：您的异议已有答复`,
    },
    end: (settings) => `是否以及何时收到此类邮件，可在此选择：${settings}`,
  },
};

export function newsLetter(locale: Locale, { host, settings, news }: NewsFacts): Written {
  const { subject, said, end } = languages[locale];
  const parts = Map.groupBy(news, ({ kind, className }) => said[kind](className));
  const lines = [...parts].map(
    ([sentence, some]) => `${sentence}\n${some.map(({ link }) => link).join('\n')}`,
  );
  return { subject: subject(host), body: `${[...lines, end(settings)].join('\n\n')}\n` };
}
