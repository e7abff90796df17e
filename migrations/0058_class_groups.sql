-- Students of a class who read each other: each is in one group at most, and moved in one act.
create table class_group (
  id uuid primary key,
  class_id uuid not null references class,
  name text not null check (char_length(name) between 1 and 100),
  unique (class_id, id)
);
create unique index class_group_name on class_group (class_id, lower(name) collate "C");

create table class_group_member (
  class_id uuid not null,
  person_id uuid not null,
  group_id uuid not null,
  primary key (class_id, person_id),
  foreign key (class_id, person_id) references class_member on delete cascade,
  foreign key (class_id, group_id) references class_group (class_id, id) on delete cascade
);
create index class_group_member_group on class_group_member (group_id, person_id);

create trigger class_group_member_told after insert or update or delete on class_group_member
  for each row execute function tell_role_changed();

grant select, insert, delete on class_group, class_group_member to glossator_app;
grant update (name) on class_group to glossator_app;
grant update (group_id) on class_group_member to glossator_app;
