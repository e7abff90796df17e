/** The field of a form that a refusal is about; undefined where it is about the whole. */
const fields: Readonly<Record<string, readonly string[]>> = {
  'absence-malformed': ['to'],
  'zone-unknown': ['zone'],
  'day-malformed': ['until'],
  'keep-too-soon': ['until', 'zone'],
  'keep-before-work': ['until', 'zone'],
  'keep-too-late': ['until'],
  'code-unknown': ['code'],
  'number-outside': ['days', 'places', 'groups'],
  'group-name-taken': ['name', 'word'],
  'person-unknown': ['who', 'handle'],
  'reviewer-unfit': ['who'],
  'reviewer-decides': ['who'],
  'slug-taken': ['slug'],
  'slug-malformed': ['slug'],
  'language-malformed': ['other'],
  'citation-key-taken': ['key'],
  'citation-key-malformed': ['key'],
  'label-taken': ['label'],
  'label-malformed': ['label'],
  'place-unfit': ['places'],
  'name-empty': ['name'],
  'text-malformed': ['name', 'body', 'word', 'title'],
  'email-malformed': ['email'],
  'password-too-short': ['password'],
  'password-too-long': ['password'],
  'word-list-malformed': ['pasted'],
  'address-malformed': ['address', 'places'],
  'address-unknown': ['address', 'places'],
  'range-reversed': ['address', 'places'],
  gone: ['address', 'places'],
  'change-required': ['change'],
  'schedule-past': ['at'],
  'message-required': ['notice', 'message'],
  'statement-required': ['message'],
  'reason-required': ['reason'],
  'password-wrong': ['current', 'password'],
};

/** `names` are the fields the form has; the first that fits is meant. */
export function fieldOf(code: string, names: readonly string[]): string | undefined {
  return fields[code]?.find((field) => names.includes(field));
}
