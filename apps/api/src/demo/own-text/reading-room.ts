/* A text that somebody brought, in two languages: made up, as the people are. */

export const titles = { en: 'Rules of the reading room (demo)', 'zh-Hans': '阅览室规则（演示）' };

export const chinese = `一、借阅

读者凭证入室，一次可取三册。所取之书当日归还原处。

二、书写

书上不得书写。评注写在自己的纸上，并注明条款。

三、言谈

室内须轻声。争论请到隔壁房间，那里的门始终开着。`;

export const english = `I. Borrowing

Readers enter with a card and take three volumes at a time. What was taken goes back to its place on the same day.

II. Writing

Nothing is written in the books. Comments are written on one’s own paper, and name the clause.

III. Talking

Voices are low in the room. Arguments are held next door, where the door is always open.`;

/** Who thinks of it what, each for themselves alone; the clause by words of it. */
export const thoughts = [
  {
    by: 'ines',
    at: 'name the clause',
    body: 'To begin the term with: six sentences, and already two that the languages weigh differently.',
    kind: 'comment',
  },
  {
    by: 'lin',
    at: 'always open',
    body: '“始终开着”是描述，还是规则？英文像是描述。',
    kind: 'question',
  },
] as const;
