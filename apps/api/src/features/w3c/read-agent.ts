import { fieldsAt, iriAt, irisAt, listAt, onlyKnown, textAt, unsupported } from './fields.ts';

/* People, organisations and programs: https://www.w3.org/TR/annotation-model/#agents */

const types = ['Person', 'Organization', 'Software'];
const known = ['id', 'type', 'name', 'nickname', 'email', 'email_sha1', 'homepage'];

/** One agent or several, as IRIs or described. Kept as sent: this only looks. */
export function checkAgents(value: unknown, at: string): void {
  for (const each of listAt(value, at)) {
    if (typeof each === 'string') {
      iriAt(each, at);
      continue;
    }
    const agent = fieldsAt(each, at);
    onlyKnown(agent, known, at);
    for (const [name, said] of Object.entries(agent)) {
      const where = `${at}.${name}`;
      if (name === 'id') iriAt(said, where);
      else if (name === 'homepage' || name === 'email') irisAt(said, where);
      else for (const text of listAt(said, where)) checkText(text, name, where);
    }
  }
}

function checkText(value: unknown, name: string, where: string): void {
  const text = textAt(value, where);
  if (name === 'type' && !types.includes(text))
    throw unsupported(where, `may only be ${types.join(', ')}`);
}
