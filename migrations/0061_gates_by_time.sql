-- Whether what time opens has been opened to all who were in the class then, so that it is done once.
-- Whoever comes later is settled when they read.
alter table assignment add column gate_settled boolean not null default false;
drop index assignment_gate;
create index assignment_gate on assignment (gate_at) where gate = 'time' and not gate_settled;
grant update (gate_settled) on assignment to glossator_app;
