import type { Locale } from '@glossator/contract';
import type { Cause } from './due.ts';

/* The words of the mail that says that something was not published at its time. */

interface Facts {
  readonly cause: Cause;
  readonly host: string;
  readonly link: string;
}
interface Written {
  readonly subject: string;
  readonly body: string;
}
interface Words {
  readonly subject: (host: string) => string;
  readonly said: string;
  readonly causes: Readonly<Record<Cause, string>>;
  readonly now: string;
}

const languages: Readonly<Record<Locale, Words>> = {
  en: {
    subject: (host) => `A commentary at ${host} was not published at its time`,
    said: 'A commentary that you had set to be published at a time was not published.',
    causes: {
      'right-lost': 'At that time you could not have published it yourself any more.',
      'release-stopped': 'Something in it kept it from being published; the page says what.',
    },
    now: 'It stands accepted, as before, and can be published or be given another time:',
  },
  'zh-Hans': {
    subject: (host) => `${host} 上的一部评注未按时发布`,
    said: '您设定了发布时间的一部评注未能发布。',
    causes: {
      'right-lost': '到该时间时，您本人已无权发布它。',
      'release-stopped': '其中有内容使它无法发布，页面上会说明是什么。',
    },
    now: '它仍处于已接受状态，可以立即发布，也可以另设时间：',
  },
};

export function heldBackLetter(locale: Locale, { cause, host, link }: Facts): Written {
  const { subject, said, causes, now } = languages[locale];
  return {
    subject: subject(host),
    body: `${[said, causes[cause], `${now}\n${link}`].join('\n\n')}\n`,
  };
}
