import type { Locale } from '@glossator/contract';
import type { CaseAction, CaseKind, RefusalReason } from '@glossator/domain';

/* What a mail of a decision says in a language. */

/** Those that are told by a mail of their own. */
export type ToldAction = Exclude<CaseAction, 'approve' | 'keep' | 'unhide'>;

export interface DecisionWords {
  readonly subject: (address: string, action: ToldAction, kind: CaseKind) => string;
  readonly lead: (place: string, host: string, action: ToldAction, kind: CaseKind) => string;
  readonly reasons: Readonly<Record<RefusalReason, string>>;
  readonly why: (reason: string) => string;
  readonly said: string;
  readonly revise: string;
  readonly appeal: string;
  readonly see: string;
  readonly colon: string;
  readonly always: string;
}

const en: DecisionWords = {
  subject: (address, action, kind) =>
    ({
      return: `Your ${kind === 'edit' ? 'edit of a note' : 'note'} on ${address} was handed back to you`,
      refuse: `Your ${kind === 'edit' ? 'edit of a note' : 'note'} on ${address} was not published`,
      hide: `Your note on ${address} was taken from sight`,
      uphold: `Your appeal about a note on ${address} was decided`,
      overturn: `Your appeal about a note on ${address} was granted`,
    })[action],
  lead: (place, host, action, kind) =>
    ({
      return:
        kind === 'edit'
          ? `A moderator of ${host} has read your edit of a note on ${place} and asks you to revise it. Readers go on reading what stood before.`
          : `A moderator of ${host} has read your note on ${place} and asks you to revise it. It is not public yet.`,
      refuse:
        kind === 'edit'
          ? `A moderator of ${host} has read your edit of a note on ${place} and refused it. Readers go on reading what stood before.`
          : `A moderator of ${host} has read your note on ${place} and refused it. It is not public.`,
      hide: `A moderator of ${host} has taken your note on ${place} from sight. You can still read it.`,
      uphold: `Another moderator of ${host} has read your appeal about your note on ${place}. The decision stands.`,
      overturn: `Another moderator of ${host} has read your appeal about your note on ${place}, and you were right. It is public.`,
    })[action],
  reasons: {
    'wrong-clause':
      'It is about another clause than the one it stands at. Move it there, or say what it has to do with this one.',
    misquotes:
      'It quotes words that do not stand so in the text. Compare them with the clause and mend them.',
    'off-topic': 'It is not about this text. Say what it has to do with the clause.',
    unclear: 'It cannot be understood as it is. Say in a sentence or two what you mean.',
    repeated: 'The same stands here already. Answer the note that says it, or add what is new.',
    abusive: 'It attacks people. Say what is wrong with the argument instead.',
    spam: 'It advertises, or says the same in many places.',
    'personal-data': 'It tells private facts about a person. Take them out.',
    unlawful: 'It is held to be unlawful; the moderator’s words say by which law.',
    other: 'The moderator’s words say why.',
  },
  why: (reason) => `Why: ${reason}`,
  said: 'The moderator’s words',
  revise: 'Revise it and send it in again; your text is there as you wrote it',
  appeal:
    'If you think that the decision is wrong, appeal once, within six months; another moderator decides',
  see: 'See your note',
  colon: ': ',
  always: 'Decisions on your own notes are always told by mail.',
};

const zhHans: DecisionWords = {
  subject: (address, action, kind) =>
    ({
      return: `您在 ${address} 的${kind === 'edit' ? '注解修改' : '注解'}被退回修改`,
      refuse: `您在 ${address} 的${kind === 'edit' ? '注解修改' : '注解'}未予发布`,
      hide: `您在 ${address} 的注解已被隐藏`,
      uphold: `您就 ${address} 的注解提出的申诉已有结果`,
      overturn: `您就 ${address} 的注解提出的申诉获得支持`,
    })[action],
  lead: (place, host, action, kind) =>
    ({
      return:
        kind === 'edit'
          ? `${host} 的审核员已阅读您对 ${place} 注解的修改，请您再作修改。读者看到的仍是原来的内容。`
          : `${host} 的审核员已阅读您在 ${place} 的注解，请您修改。注解尚未公开。`,
      refuse:
        kind === 'edit'
          ? `${host} 的审核员已阅读您对 ${place} 注解的修改，决定不予发布。读者看到的仍是原来的内容。`
          : `${host} 的审核员已阅读您在 ${place} 的注解，决定不予发布。注解没有公开。`,
      hide: `${host} 的审核员已隐藏您在 ${place} 的注解。您自己仍可查看。`,
      uphold: `${host} 的另一位审核员已审阅您就 ${place} 的注解提出的申诉。原决定维持不变。`,
      overturn: `${host} 的另一位审核员已审阅您就 ${place} 的注解提出的申诉，支持您的意见。注解现已公开。`,
    })[action],
  reasons: {
    'wrong-clause': '它所谈的并非所在条文。请移到相应的条文，或说明它与本条文的关系。',
    misquotes: '它引用的文字与原文不符。请对照条文改正。',
    'off-topic': '它与本文本无关。请说明它与条文的关系。',
    unclear: '目前无法看懂。请用一两句话说明您的意思。',
    repeated: '此处已有同样的内容。请回复该注解，或补充新的内容。',
    abusive: '它攻击他人。请改为指出论点的问题。',
    spam: '它是广告，或在多处重复发布。',
    'personal-data': '它透露了他人的私人信息。请将其删去。',
    unlawful: '它被认为违法；审核员的说明指出了所依据的法律。',
    other: '原因见审核员的说明。',
  },
  why: (reason) => `理由：${reason}`,
  said: '审核员的说明',
  revise: '修改后重新提交；您的原文仍在',
  appeal: '如果您认为决定有误，可在六个月内申诉一次，由另一位审核员决定',
  see: '查看您的注解',
  colon: '：',
  always: '有关您自己注解的决定，一律以邮件告知。',
};

export const decisionWords: Readonly<Record<Locale, DecisionWords>> = { en, 'zh-Hans': zhHans };
