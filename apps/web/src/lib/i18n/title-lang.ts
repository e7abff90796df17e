/** The language of a title that comes without one: what is written in hanzi is read as Chinese. */
export function titleLang(title: string): 'zh' | 'en' {
  return /\p{Script=Han}/u.test(title) ? 'zh' : 'en';
}
