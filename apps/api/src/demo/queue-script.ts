import type { FlagForm, NewSanction, Pointing } from '@glossator/contract';
import type { QueueAction, CaseKind, NoteKind, RefusalReason } from '@glossator/domain';
import { campaign } from './campaign-script.ts';
import type { Role } from './cast.ts';
import { en, zh } from './script.ts';

interface Said {
  readonly by: Role;
  readonly body: string;
  readonly kind?: NoteKind;
  readonly pointing?: Pointing;
}

/** One thing somebody does. `name` and `note`: what a note is called here. */
export type Step =
  | (Said & { readonly does: 'write'; readonly name?: string; readonly at: string })
  | (Said & { readonly does: 'answer'; readonly note: string })
  | { readonly does: 'edit'; readonly by: Role; readonly note: string; readonly body: string }
  | ({ readonly does: 'flag'; readonly by: Role; readonly note: string } & FlagForm)
  | {
      readonly does: 'decide';
      readonly by: Role;
      readonly note: string;
      readonly kind: CaseKind;
      readonly action: QueueAction;
      readonly reason?: RefusalReason;
      readonly words?: string;
    }
  | { readonly does: 'appeal'; readonly by: Role; readonly note: string; readonly words: string }
  | ({ readonly does: 'sanction'; readonly by: Role; readonly whom: Role } & Pick<
      NewSanction,
      'kind' | 'reason' | 'words' | 'days'
    >)
  | { readonly does: 'read-warning'; readonly by: Role }
  | { readonly does: 'object'; readonly by: Role; readonly words: string };

/** A list whose words hold a note, for one of them to be held by. */
export const demoList = {
  name: '推广 Advertising (demo)',
  pasted: '加微信\n前五十名\nlimited offer\n',
} as const;

const decided: readonly Step[] = [
  {
    does: 'write',
    by: 'tomas',
    name: 'circumstances',
    at: '3.1.1.2',
    body: '“National circumstances” (本国国情) qualifies the right to make laws, not the duty to respect those of others. Compare [[3.1.1.3]], which has no such reserve.',
  },
  { does: 'decide', by: 'mara', note: 'circumstances', kind: 'held', action: 'approve' },
  {
    does: 'write',
    by: 'dan',
    name: 'tutor',
    at: '4.7.3.1',
    body: 'We read this clause in our group on Thursdays. Whoever wants to join us: ask our tutor, Hanna Weiss, +49 30 23125 014, or ring at her flat, Lindenweg 12, second floor.',
  },
  { does: 'decide', by: 'wei', note: 'tutor', kind: 'held', action: 'approve' },
  {
    does: 'write',
    by: 'yu',
    name: 'development',
    at: '3.4.1.5',
    body: '不发展是最大的不安全。说得好！',
  },
  {
    does: 'decide',
    by: 'wei',
    note: 'development',
    kind: 'held',
    action: 'return',
    reason: 'unclear',
    words:
      '请写出理由：这一句和 3.4.1.4 是什么关系？只想表示赞同，可以把别人的笔记标为“有用”。改好后再提交一次即可。',
  },
  {
    does: 'write',
    by: 'sam',
    name: 'apps',
    at: '4.8.1.1',
    body: 'My country debates a ban of a Chinese app this month. Whatever one thinks of that, sentences like this one are the reason.',
  },
  {
    does: 'decide',
    by: 'mara',
    note: 'apps',
    kind: 'held',
    action: 'refuse',
    reason: 'off-topic',
    words:
      'This is about a debate elsewhere. Tell us what the words of the clause have to do with it, and it is welcome.',
  },
  {
    does: 'write',
    by: 'viktor',
    name: 'idiots',
    at: '3.3.1.3',
    body: 'Whoever believes a word of this is an idiot, and the translator is one of them.',
  },
  {
    does: 'decide',
    by: 'mara',
    note: 'idiots',
    kind: 'held',
    action: 'refuse',
    reason: 'abusive',
    words: 'Write about the text, not about the people who read or translate it.',
  },
  {
    does: 'sanction',
    by: 'mara',
    whom: 'viktor',
    kind: 'warning',
    reason: 'abusive',
    days: null,
    words: 'You called other readers and the translator idiots. Please do not do so again.',
  },
  { does: 'read-warning', by: 'viktor' },
  {
    does: 'write',
    by: 'viktor',
    name: 'again',
    at: '3.3.1.3',
    body: 'Still no answer from the idiots on duty. Typical of people who read laws for pleasure.',
  },
  {
    does: 'decide',
    by: 'mara',
    note: 'again',
    kind: 'held',
    action: 'refuse',
    reason: 'abusive',
    words: 'The same again, two lines after a warning.',
  },
  {
    does: 'sanction',
    by: 'mara',
    whom: 'viktor',
    kind: 'mute',
    reason: 'abusive',
    days: 7,
    words: 'After the warning you insulted the moderators. You can write on this work in a week.',
  },
  {
    does: 'object',
    by: 'viktor',
    words:
      'The second note was a joke, and nobody was named in it. A week is too long for a bad joke.',
  },
  { does: 'flag', by: 'sam', note: 'nobody-named', reason: 'off-topic' },
  { does: 'decide', by: 'wei', note: 'nobody-named', kind: 'flagged', action: 'keep' },
];

const waiting: readonly Step[] = [
  {
    does: 'appeal',
    by: 'sam',
    note: 'apps',
    words:
      'It is about the clause: “a new territory for national sovereignty” is quoted in that debate as proof that such apps are outposts of a state. I should have said so. Would somebody else please look?',
  },
  {
    does: 'flag',
    by: 'ines',
    note: 'misquoted',
    reason: 'misquotes',
    words:
      '“will never use or threaten to use force in cyberspace” is not in the text. It says that all countries *should abide by* the Charter.',
  },
  {
    does: 'flag',
    by: 'chen',
    note: 'misquoted',
    reason: 'misquotes',
    words: '原文是“各国应遵守《联合国宪章》关于不得使用或威胁使用武力的原则”，不是中国的单方承诺。',
  },
  {
    does: 'flag',
    by: 'lin',
    note: 'tutor',
    reason: 'personal-data',
    words: '写了别人的姓名、电话和住址，看不出本人同意。',
  },
  { does: 'flag', by: 'noor', note: 'misplaced', reason: 'wrong-clause', clause: '4.3.3.2' },
  {
    does: 'write',
    by: 'yu',
    at: '4.3.1.2',
    kind: 'question',
    pointing: zh('不受攻击破坏'),
    body: '“不受攻击破坏”是结果还是目标？如果已经采取一切必要措施，仍被攻破，运营者算不算违反了这一句？',
  },
  {
    does: 'answer',
    by: 'yu',
    note: 'measures',
    kind: 'answer',
    body: '可以对照 [[4.3.2.1]]：那里写的是“采取必要措施”，没有“一切”，主体也换成了主管、运营单位。两处轻重不同，应当不是笔误。',
  },
  {
    does: 'edit',
    by: 'yu',
    note: 'development',
    body: '[[3.4.1.4]] 说安全是发展的前提，这一句说发展是安全的基础：两句互为条件，谁先谁后，文中没有回答。[[3.4.1.1]] 把安全放在前面，可见次序并非随意。',
  },
  {
    does: 'edit',
    by: 'tomas',
    note: 'circumstances',
    body: '“National circumstances” (本国国情) qualifies the right to make laws, not the duty to respect those of others. Two more things in this sentence are easily missed: the measures must be taken “according to the law”, and the rights of citizens stand among what is protected, between the systems and public order.',
  },
  {
    does: 'write',
    by: 'tomas',
    at: '2.0.6.1',
    kind: 'question',
    pointing: zh('知情权、参与权、表达权、监督权'),
    body: 'To know, to take part, to speak, to supervise: the same four rights stood in the Party congress report of 2007, in this order. Is it of any weight that *to speak* comes third?',
  },
  {
    does: 'write',
    by: 'clara',
    at: '3.2.1.3',
    kind: 'translation',
    pointing: en('seeking common ground while accepting differences'),
    body: '求同存异 goes back to Zhou Enlai at Bandung, 1955. 存 is to *keep* rather than to *accept*: the differences are set aside, not agreed to. “Reserving differences”, as older translations have it, is stiffer and closer.',
  },
  {
    does: 'write',
    by: 'clara',
    at: '3.2.1.2',
    kind: 'source',
    body: 'For the question of force below the threshold of war: the [Charter](https://www.un.org/en/about-us/un-charter/full-text) itself, the [reports to the General Assembly](https://disarmament.unoda.org/ict-security/), and the [Tallinn Manual](https://ccdcoe.org/research/tallinn-manual/), which is no law, but what many cite.',
  },
  {
    does: 'write',
    by: 'he',
    at: '4.7.3.3',
    body: '备考的同学看过来：整理好的战略全文笔记和历年真题，加微信 beikao-demo 领取，前五十名免费。',
  },
];

/** What moderators have decided, and what waits for them. */
export const queueScript: readonly Step[] = [...decided, ...waiting, ...campaign];
