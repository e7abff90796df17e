-- Where words stand in a copy belongs to the version that was read from it, with what was done to them. A
-- version made by a release is compared with that one.
delete from witness_span s using edition_version v where v.id = s.version_id and v.base_id is not null;
revoke insert on witness_span from glossator_app;
