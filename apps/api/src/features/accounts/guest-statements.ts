import type { Statement } from '../../db/client.ts';

/** $1 person, $2 key of the address, $3 language. */
export const makeGuest: Statement = {
  name: 'guest-make',
  text: 'insert into class_guest (person_id, email_key, locale) values ($1, $2, $3)',
};

/** $1 person. */
export const guestOf: Statement = {
  name: 'guest',
  text: 'select person_id from class_guest where person_id = $1',
};

/** $1 key of an address, $2 person who is no guest of it. Index class_guest_address. */
export const endGuestSessions: Statement = {
  name: 'guest-sessions-end',
  text: `
    delete from session s using class_guest g
    where g.email_key = $1 and g.person_id is distinct from $2::uuid and s.person_id = g.person_id`,
};

/** $1 key of an address. */
export const endGuests: Statement = {
  name: 'guests-end',
  text: 'delete from class_guest where email_key = $1',
};

/** $1 guest. Indexes registration_guest, class_guest_pkey. */
export const forgetGuest: readonly Statement[] = [
  {
    name: 'guest-forget-registration',
    text: 'update registration set person_id = null where person_id = $1',
  },
  { name: 'guest-forget', text: 'delete from class_guest where person_id = $1' },
];
