import type { Locale, ToldDecision } from '@glossator/contract';

/*
 * The words of the mails of review. What authors are told names their commentary and carries what the
 * editor wrote to them; the others carry nothing that somebody typed: their page says it.
 */

export interface Letter {
  readonly subject: string;
  readonly body: string;
}

const paragraphs = (...parts: readonly string[]): string =>
  `${parts.filter((part) => part !== '').join('\n\n')}\n`;

export interface DecisionFacts {
  readonly host: string;
  readonly link: string;
  readonly title: string;
  /** As the editor wrote it, or nothing. */
  readonly message: string;
}

const decided: Readonly<Record<Locale, Readonly<Record<ToldDecision, string>>>> = {
  en: {
    review: 'It is being reviewed now.',
    'request-changes': 'The editors ask you for changes. Hand it in again when you have made them.',
    decline: 'The editors have declined it.',
    accept: 'The editors have accepted it.',
    undo: 'The editors have taken back their last decision. Where it stands now, its page says.',
    schedule: 'A day is set for its publication.',
    publish: 'It is published.',
    retract: 'The editors have retracted what was published of it. Its page stays, with a notice.',
    withdraw: 'What was published of it was withdrawn, because the law asks for it.',
  },
  'zh-Hans': {
    review: '现已进入评审。',
    'request-changes': '编辑请您修改。修改完成后请再次提交。',
    decline: '编辑未予接受。',
    accept: '编辑已接受。',
    undo: '编辑撤销了上一项决定。目前状态请见其页面。',
    schedule: '发布日期已定。',
    publish: '现已发布。',
    retract: '编辑已撤回其已发布的内容。页面保留，并附声明。',
    withdraw: '依法律要求，其已发布的内容已撤下。',
  },
};

const toAuthors: Readonly<Record<Locale, (told: string, facts: DecisionFacts) => Letter>> = {
  en: (told, { host, link, title, message }) => ({
    subject: `“${title}”: a decision of the editors at ${host}`,
    body: paragraphs(
      `About your commentary “${title}”: ${told}`,
      message === '' ? '' : `The editors write:\n\n${message}`,
      'All that was decided is here:',
      link,
    ),
  }),
  'zh-Hans': (told, { host, link, title, message }) => ({
    subject: `《${title}》：${host} 编辑的决定`,
    body: paragraphs(
      `关于您的评注《${title}》：${told}`,
      message === '' ? '' : `编辑致作者：\n\n${message}`,
      '全部决定见此：',
      link,
    ),
  }),
};

/** What authors are told of a decision: also what an editor sees before it is sent. */
export const decisionLetter = (locale: Locale, kind: ToldDecision, facts: DecisionFacts): Letter =>
  toAuthors[locale](decided[locale][kind], facts);

interface Facts {
  readonly host: string;
  readonly link: string;
}
export type BriefKind =
  'submitted' | 'recalled' | 'recommended' | 'asked' | 'ended' | 'wanted' | 'answered';

const brief: Readonly<Record<Locale, Readonly<Record<BriefKind, (facts: Facts) => Letter>>>> = {
  en: {
    submitted: ({ host, link }) => ({
      subject: `A commentary was handed in at ${host}`,
      body: paragraphs(`The authors of a commentary at ${host} have handed it in:`, link),
    }),
    recalled: ({ host, link }) => ({
      subject: `A commentary was taken back at ${host}`,
      body: paragraphs(
        `The authors of a commentary at ${host} have taken back what they handed in. What waits for you is here:`,
        link,
      ),
    }),
    recommended: ({ host, link }) => ({
      subject: `A reviewer at ${host} has sent a recommendation`,
      body: paragraphs(`A reviewer of a commentary at ${host} has sent a recommendation:`, link),
    }),
    asked: ({ host, link }) => ({
      subject: `You are asked to review a commentary at ${host}`,
      body: paragraphs(
        `An editor of ${host} asks you to review a commentary. Which one it is, until when, and whether its authors are told your name, this page says; accept or decline there:`,
        link,
      ),
    }),
    ended: ({ host, link }) => ({
      subject: `A review at ${host} is no longer asked of you`,
      body: paragraphs(
        `An editor of ${host} no longer asks you for a review. What you are asked for is here:`,
        link,
      ),
    }),
    wanted: ({ host, link }) => ({
      subject: `A commentary at ${host} would like to quote a note of yours`,
      body: paragraphs(
        `The authors of a commentary at ${host} ask whether they may quote a note of yours. Which one it is, and how you would be named, this page says; consent or refuse there:`,
        link,
      ),
    }),
    answered: ({ host, link }) => ({
      subject: `Somebody has answered whether you may quote their note at ${host}`,
      body: paragraphs(
        `The author of a note that your commentary at ${host} asks for has answered. All that you asked for is here:`,
        link,
      ),
    }),
  },
  'zh-Hans': {
    submitted: ({ host, link }) => ({
      subject: `${host} 有评注提交`,
      body: paragraphs(`${host} 的一部评注已由作者提交：`, link),
    }),
    recalled: ({ host, link }) => ({
      subject: `${host} 有评注撤回提交`,
      body: paragraphs(`${host} 的一部评注已由作者撤回提交。等待您处理的内容在此：`, link),
    }),
    recommended: ({ host, link }) => ({
      subject: `${host} 的一位评审人已提交建议`,
      body: paragraphs(`${host} 一部评注的评审人已提交建议：`, link),
    }),
    asked: ({ host, link }) => ({
      subject: `${host} 邀请您评审一部评注`,
      body: paragraphs(
        `${host} 的编辑邀请您评审一部评注。是哪一部、截止日期以及作者能否得知您的姓名，请见以下页面；请在该页接受或谢绝：`,
        link,
      ),
    }),
    ended: ({ host, link }) => ({
      subject: `${host} 不再请您评审`,
      body: paragraphs(`${host} 的编辑不再请您进行此项评审。请您评审的内容在此：`, link),
    }),
    wanted: ({ host, link }) => ({
      subject: `${host} 的一部评注希望引用您的注解`,
      body: paragraphs(
        `${host} 一部评注的作者询问能否引用您的一条注解。是哪一条、将如何署名，请见以下页面；请在该页同意或拒绝：`,
        link,
      ),
    }),
    answered: ({ host, link }) => ({
      subject: `${host} 有人答复了能否引用其注解`,
      body: paragraphs(`您在 ${host} 的评注请求引用的一条注解，其作者已答复。全部请求见此：`, link),
    }),
  },
};

export const briefLetter = (locale: Locale, kind: BriefKind, facts: Facts): Letter =>
  brief[locale][kind](facts);
