import type { Statement } from '../../db/client.ts';
import { isoInstant as iso } from '../../db/instant.ts';

/** $1 id, $2 class, $3 person, $4 encoding, $5 headings, $6 lines, $7 acts. */
export const keepRoster: Statement = {
  name: 'roster-keep',
  text: `
    insert into class_roster (id, class_id, made_by, encoding, ignored, lines, acts)
    values ($1, $2, $3, $4, $5, $6, $7)`,
};

/** $1 id, $2 class, $3 person. */
export const rosterOf: Statement = {
  name: 'roster',
  text: `
    select encoding, ignored, lines, acts from class_roster
    where id = $1 and class_id = $2 and made_by = $3 and made_at > now() - interval '1 day'`,
};

/** $1 id, $2 class, $3 person. */
export const dropRoster: Statement = {
  name: 'roster-drop',
  text: 'delete from class_roster where id = $1 and class_id = $2 and made_by = $3 returning id',
};

/**
 * $1 class. Its people by the address of their account, and by the one they were asked in by: each
 * has come in, so that the addresses tell nothing of anybody else. Primary keys.
 */
export const membersByAddress: Statement = {
  name: 'roster-members',
  text: `
    select a.email_key as key, m.person_id as id, m.role, m.state, g.name as "group"
    from class_member m
    join (
      select person_id, email_key from account
      union all
      select person_id, email_key from class_invitation where class_id = $1 and person_id is not null
    ) a on a.person_id = m.person_id
    left join class_group_member o on o.class_id = m.class_id and o.person_id = m.person_id
    left join class_group g on g.id = o.group_id
    where m.class_id = $1`,
};

const isOpen = `i.state <> 'accepted' and i.expires_at > now()`;

/** $1 class. Unique (class_id, email_key). */
export const invitedOf: Statement = {
  name: 'class-invited',
  text: `
    select i.id, i.email, i.email_key as key, i.name, i.role, g.name as "group", i.state,
      ${iso('i.invited_at')} as invited, ${iso('i.expires_at')} as ends
    from class_invitation i left join class_group g on g.id = i.group_id
    where i.class_id = $1 and ${isOpen}
    order by lower(i.name), i.email_key`,
};

/** $1 person. Letters in the last day. Index class_invitation_inviter. */
export const countInvitations: Statement = {
  name: 'class-invitations-sent',
  text: `
    select count(*)::integer as sent from class_invitation
    where invited_by = $1 and invited_at > now() - interval '1 day'`,
};

/**
 * $1 class, $2 person, $3 days; then one for each: $4 id, $5 address, $6 key, $7 name, $8 role,
 * $9 group, $10 hash. Whoever has left is asked anew.
 */
export const invite: Statement = {
  name: 'class-invite',
  text: `
    insert into class_invitation
      (id, class_id, invited_by, expires_at, email, email_key, name, role, group_id, token_hash)
    select n.id, $1, $2, now() + make_interval(days => $3::integer), n.email, n.key, n.name, n.role,
      n.group_id, n.hash
    from unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::uuid[], $10::bytea[])
      as n (id, email, key, name, role, group_id, hash)
    on conflict (class_id, email_key) do update
      set name = excluded.name, role = excluded.role, group_id = excluded.group_id, state = 'waiting',
        token_hash = excluded.token_hash, person_id = null, invited_by = excluded.invited_by,
        invited_at = now(), expires_at = excluded.expires_at`,
};

/** $1 class; then one for each: $2 key, $3 role, $4 group. */
export const reviseInvitations: Statement = {
  name: 'class-invitations-revise',
  text: `
    update class_invitation i set role = n.role, group_id = n.group_id
    from unnest($2::text[], $3::text[], $4::uuid[]) as n (key, role, group_id)
    where i.class_id = $1 and i.email_key = n.key and i.state = 'waiting'`,
};

/** $1 class; then one for each: $2 person, $3 role. */
export const placeMembers: Statement = {
  name: 'roster-place',
  text: `
    update class_member m set role = n.role, state = 'active'
    from unnest($2::uuid[], $3::text[]) as n (id, role)
    where m.class_id = $1 and m.person_id = n.id`,
};

/** $1 class, $2 people. */
export const takeOutOfGroups: Statement = {
  name: 'roster-out-of-groups',
  text: 'delete from class_group_member where class_id = $1 and person_id = any($2::uuid[])',
};

/** $1 hash. Unique (token_hash). */
export const invitationByToken: Statement = {
  name: 'class-invitation',
  text: `
    select i.id, i.class_id as "classId", i.role, i.group_id as "group", c.name
    from class_invitation i join class c on c.id = i.class_id
    where i.token_hash = $1 and i.state = 'waiting' and i.expires_at > now() and c.archived_at is null`,
};

/** $1 id, $2 person. Only once. */
export const acceptInvitation: Statement = {
  name: 'class-invitation-accept',
  text: `
    update class_invitation set state = 'accepted', person_id = $2
    where id = $1 and state = 'waiting' returning id`,
};

/** $1 id. */
export const declineInvitation: Statement = {
  name: 'class-invitation-decline',
  text: `update class_invitation set state = 'declined' where id = $1 and state = 'waiting'`,
};

/** $1 class, $2 id. */
export const dropInvitation: Statement = {
  name: 'class-invitation-drop',
  text: `
    delete from class_invitation where class_id = $1 and id = $2 and state <> 'accepted' returning id`,
};

/** $1 person, $2 key of their address. Indexes class_invitation_person and class_invitation_address. */
export const eraseInvitations: Statement = {
  name: 'class-invitations-erase',
  text: 'delete from class_invitation where person_id = $1 or email_key = $2',
};

/** $1 person. Index class_invitation_inviter. */
export const forgetInviter: Statement = {
  name: 'class-invitations-forget',
  text: 'update class_invitation set invited_by = null where invited_by = $1',
};

/** $1 person. Index class_roster_maker. */
export const eraseRosters: Statement = {
  name: 'rosters-erase',
  text: 'delete from class_roster where made_by = $1',
};

/** Index class_roster_age. */
export const dropOldRosters: Statement = {
  name: 'rosters-tidy',
  text: `delete from class_roster where made_at < now() - interval '1 day'`,
};

/** Index class_invitation_age. */
export const dropOldInvitations: Statement = {
  name: 'class-invitations-tidy',
  text: `delete from class_invitation where state <> 'accepted' and expires_at < now()`,
};

/** $1 class. As membersOf of classes, with the address of whoever was asked in by it. */
export const rosterRows: Statement = {
  name: 'roster-rows',
  text: `
    select coalesce(i.email, '') as email, p.name, p.handle, m.role, coalesce(g.name, '') as "group",
      m.state, ${iso('m.joined_at')} as joined
    from class_member m join person p on p.id = m.person_id
    left join class_invitation i on i.class_id = m.class_id and i.person_id = m.person_id
    left join class_group_member o on o.class_id = m.class_id and o.person_id = m.person_id
    left join class_group g on g.id = o.group_id
    where m.class_id = $1
    order by m.state, case m.role when 'instructor' then 0 when 'assistant' then 1 else 2 end,
      lower(p.name), p.id`,
};
