import type { Locale } from '@glossator/contract';

// The words of every mail. Nothing a stranger typed stands in them: a mail goes to an address that
// may not be the writer's, and must not carry the writer's message.
export const mailKinds = [
  'confirm-address',
  'have-account',
  'account-ready',
  'reset-password',
  'password-changed',
  ...(['moderator-appointed', 'moderator-dismissed'] as const),
  'editor-appointed',
  'editor-dismissed',
  'text-editor-appointed',
  'text-editor-dismissed',
  'class-invitation',
  'class-sign-in',
] as const;
export type MailKind = (typeof mailKinds)[number];
/** Written when they are sent, under the rights of that moment: nothing of them is stored. */
export const lateKinds = ['notices', 'decision', 'moderation-summary', 'moderation-alarm'] as const;
export type LateKind = (typeof lateKinds)[number];

/** Written by the feature that posts them, in the transaction of what they tell. */
export const writtenKinds = [
  'sanction-given',
  'sanction-lifted',
  'objection-decided',
  'flag-receipt',
  'appeal-alone',
  'grade',
  'class',
  'retention',
  'commentary',
  'text',
  'own-text',
] as const;
export type WrittenKind = (typeof writtenKinds)[number];

/** Hours after which a mail that could not be sent says nothing true any more. */
export const mailLife = {
  'confirm-address': 168,
  'have-account': 24,
  'account-ready': 168,
  'reset-password': 1,
  'password-changed': 168,
  'moderator-appointed': 168,
  'moderator-dismissed': 168,
  'editor-appointed': 168,
  'editor-dismissed': 168,
  'text-editor-appointed': 168,
  'text-editor-dismissed': 168,
  'class-invitation': 168,
  'class-sign-in': 168,
  notices: 24,
  decision: 168,
  'sanction-given': 168,
  'sanction-lifted': 168,
  'objection-decided': 168,
  'flag-receipt': 168,
  'moderation-summary': 12,
  'moderation-alarm': 24,
  'appeal-alone': 168,
  grade: 168,
  class: 168,
  retention: 168,
  commentary: 168,
  text: 168,
  'own-text': 168,
} as const satisfies Record<MailKind | LateKind | WrittenKind, number>;

interface Facts {
  /** Where the mail leads; each kind has one. */
  readonly link: string;
  /** Host of the site. */
  readonly host: string;
  /** The title of the work it is about; null: no work, or all of them. */
  readonly about: string | null;
}
interface Words {
  readonly subject: string;
  readonly body: string;
}
type Write = (facts: Facts) => Words;

const paragraphs = (...parts: readonly string[]): string => `${parts.join('\n\n')}\n`;

const en: Record<MailKind, Write> = {
  'confirm-address': ({ link, host }) => ({
    subject: `Confirm your address for Glossator at ${host}`,
    body: paragraphs(
      `Somebody, probably you, asked for an account at ${host} with this address.`,
      'Open this page within seven days and enter the password you chose:',
      link,
      'If it was not you, do nothing: without the password the link is of no use, and the request is deleted after seven days.',
    ),
  }),
  'have-account': ({ link, host }) => ({
    subject: `You already have an account at ${host}`,
    body: paragraphs(
      `Somebody, probably you, asked for an account at ${host} with this address. It has one already, and nothing was changed.`,
      'If you have forgotten the password, ask for a new one here:',
      link,
      'If it was not you, do nothing.',
    ),
  }),
  'account-ready': ({ link, host }) => ({
    subject: `Your account at ${host} is ready`,
    body: paragraphs(
      `An administrator of ${host} has confirmed your account. Sign in with the password you chose:`,
      link,
    ),
  }),
  'reset-password': ({ link, host }) => ({
    subject: `A new password for Glossator at ${host}`,
    body: paragraphs(
      `Somebody, probably you, wants to set a new password for your account at ${host}.`,
      'Open this page within an hour:',
      link,
      'It works once, and signs you out everywhere else. If it was not you, do nothing: the old password stays.',
    ),
  }),
  'password-changed': ({ link, host }) => ({
    subject: `Your password at ${host} was changed`,
    body: paragraphs(
      `The password of your account at ${host} was changed just now, and every other session was ended.`,
      'If it was not you, set another one at once:',
      link,
    ),
  }),
  'moderator-appointed': ({ link, host, about }) => ({
    subject: `You are a moderator at ${host}`,
    body: paragraphs(
      `An administrator of ${host} has made you a moderator of the public notes on ${about === null ? 'every text' : `“${about}”`}.`,
      'What waits for you is here:',
      link,
    ),
  }),
  'moderator-dismissed': ({ link, host, about }) => ({
    subject: `You are no longer a moderator of ${about === null ? 'every text' : 'this text'} at ${host}`,
    body: paragraphs(
      `An administrator of ${host} has ended your work as a moderator of the public notes on ${about === null ? 'every text' : `“${about}”`}.`,
      'Your account and your notes stay as they are:',
      link,
    ),
  }),
  'editor-appointed': ({ link, host }) => ({
    subject: `You are an editor at ${host}`,
    body: paragraphs(
      `An administrator of ${host} has made you an editor of its commentaries: you have them reviewed, and decide on them.`,
      'What waits for you is here:',
      link,
    ),
  }),
  'editor-dismissed': ({ link, host }) => ({
    subject: `You are no longer an editor at ${host}`,
    body: paragraphs(
      `An administrator of ${host} has ended your work as an editor of its commentaries.`,
      'Your account and all that you wrote stay as they are:',
      link,
    ),
  }),
  'text-editor-appointed': ({ link, host }) => ({
    subject: `You are a text editor at ${host}`,
    body: paragraphs(
      `An administrator of ${host} has made you an editor of its texts: you correct them, and release their versions.`,
      'The texts, and what is proposed of them, are here:',
      link,
    ),
  }),
  'text-editor-dismissed': ({ link, host }) => ({
    subject: `You are no longer a text editor at ${host}`,
    body: paragraphs(
      `An administrator of ${host} has ended your work as an editor of its texts.`,
      'Your account and all that you released stay as they are:',
      link,
    ),
  }),
  'class-invitation': ({ link, host }) => ({
    subject: `You are invited to a class at ${host}`,
    body: paragraphs(
      `Somebody who teaches a class at ${host} has invited you to it by this address.`,
      'Open this page to see which class it is and who teaches it, and to come in or say no:',
      link,
      'The invitation is good for thirty days. If you do nothing, nothing happens.',
    ),
  }),
  'class-sign-in': ({ link, host }) => ({
    subject: `You were signed in to a class at ${host} by a link`,
    body: paragraphs(
      `Somebody who teaches a class of yours at ${host} made a link that signs in as you to that class, and it was used just now.`,
      'Whoever used it reads and writes in that class in your name. They see nothing of your account, your notebook or other classes.',
      'If it was not you, end that session here, and ask those who teach the class:',
      link,
    ),
  }),
};

const zhHans: Record<MailKind, Write> = {
  'confirm-address': ({ link, host }) => ({
    subject: `请确认您在 ${host} 的 Glossator 账户邮箱`,
    body: paragraphs(
      `有人（应该是您本人）用此邮箱地址在 ${host} 申请注册账户。`,
      '请在七天内打开以下页面，并输入您注册时设置的密码：',
      link,
      '如果不是您本人操作，无需理会：没有密码，此链接不起作用；申请将在七天后删除。',
    ),
  }),
  'have-account': ({ link, host }) => ({
    subject: `您在 ${host} 已有账户`,
    body: paragraphs(
      `有人（应该是您本人）用此邮箱地址在 ${host} 申请注册账户。该邮箱已有账户，未作任何更改。`,
      '如果您忘记了密码，可在此重新设置：',
      link,
      '如果不是您本人操作，无需理会。',
    ),
  }),
  'account-ready': ({ link, host }) => ({
    subject: `您在 ${host} 的账户已开通`,
    body: paragraphs(`${host} 的管理员已确认您的账户。请用您注册时设置的密码登录：`, link),
  }),
  'reset-password': ({ link, host }) => ({
    subject: `重设您在 ${host} 的 Glossator 密码`,
    body: paragraphs(
      `有人（应该是您本人）请求重设您在 ${host} 的账户密码。`,
      '请在一小时内打开以下页面：',
      link,
      '此链接只能使用一次；重设后，您在其他设备上的登录都会退出。如果不是您本人操作，无需理会，原密码仍然有效。',
    ),
  }),
  'password-changed': ({ link, host }) => ({
    subject: `您在 ${host} 的密码已更改`,
    body: paragraphs(
      `您在 ${host} 的账户密码刚刚已更改，其他设备上的登录均已退出。`,
      '如果不是您本人操作，请立即重新设置密码：',
      link,
    ),
  }),
  'moderator-appointed': ({ link, host, about }) => ({
    subject: `您已成为 ${host} 的审核员`,
    body: paragraphs(
      `${host} 的管理员已任命您为${about === null ? '全部文本' : `《${about}》`}公开注解的审核员。`,
      '等待您处理的内容在此：',
      link,
    ),
  }),
  'moderator-dismissed': ({ link, host, about }) => ({
    subject: `您不再担任 ${host} ${about === null ? '全部文本' : '该文本'}的审核员`,
    body: paragraphs(
      `${host} 的管理员已解除您对${about === null ? '全部文本' : `《${about}》`}公开注解的审核员职务。`,
      '您的账户和注解保持不变：',
      link,
    ),
  }),
  'editor-appointed': ({ link, host }) => ({
    subject: `您已成为 ${host} 的编辑`,
    body: paragraphs(
      `${host} 的管理员已任命您为评注编辑，负责组织评审并作出决定。`,
      '等待您处理的内容在此：',
      link,
    ),
  }),
  'editor-dismissed': ({ link, host }) => ({
    subject: `您不再担任 ${host} 的编辑`,
    body: paragraphs(
      `${host} 的管理员已解除您的评注编辑职务。`,
      '您的账户和所写内容保持不变：',
      link,
    ),
  }),
  'text-editor-appointed': ({ link, host }) => ({
    subject: `您已成为 ${host} 的文本编辑`,
    body: paragraphs(
      `${host} 的管理员已任命您为文本编辑，负责校订文本并发布其版本。`,
      '各文本及待发布的版本在此：',
      link,
    ),
  }),
  'text-editor-dismissed': ({ link, host }) => ({
    subject: `您不再担任 ${host} 的文本编辑`,
    body: paragraphs(
      `${host} 的管理员已解除您的文本编辑职务。`,
      '您的账户和所发布的版本保持不变：',
      link,
    ),
  }),
  'class-invitation': ({ link, host }) => ({
    subject: `您收到 ${host} 的班级邀请`,
    body: paragraphs(
      `${host} 的一位教师通过此邮箱地址邀请您加入班级。`,
      '请打开以下页面，查看是哪个班级、由谁任教，并选择加入或谢绝：',
      link,
      '邀请三十天内有效。如果您不作任何操作，则不会有任何变化。',
    ),
  }),
  'class-sign-in': ({ link, host }) => ({
    subject: `有人通过链接以您的身份登录了 ${host} 的班级`,
    body: paragraphs(
      `您在 ${host} 所在班级的授课者生成了一个以您的身份登录该班级的链接，该链接刚刚被使用。`,
      '使用者可以在该班级中以您的名义阅读和书写，但看不到您的账户、笔记本和其他班级。',
      '如果不是您本人操作，请在此结束该登录，并询问授课者：',
      link,
    ),
  }),
};

const languages: Record<Locale, Record<MailKind, Write>> = { en, 'zh-Hans': zhHans };

/** What stands for a late mail where mails are listed: it says nothing of what is told. */
export const lateSubjects: Record<LateKind, Record<Locale, string>> = {
  notices: { en: 'Notices', 'zh-Hans': '通知' },
  decision: { en: 'Decision on a note', 'zh-Hans': '注解的审核决定' },
  'moderation-summary': { en: 'What waits this morning', 'zh-Hans': '今早待处理' },
  'moderation-alarm': { en: 'Notes have waited for too long', 'zh-Hans': '有注解等待过久' },
};

export function composeMail(kind: MailKind, locale: Locale, facts: Facts): Words {
  return languages[locale][kind](facts);
}
