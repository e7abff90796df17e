-- The app role may change only the columns it has a reason to change: who wrote what, when and where
-- stays as it was first stored.

revoke update on person, account, registration, site_role, session, one_time_token, mail, site
  from glossator_app;
grant update (name, state) on person to glossator_app;
grant update (password_hash, locale) on account to glossator_app;
grant update (seen_at) on session to glossator_app;
grant update (state, body, last_error, changed_at) on mail to glossator_app;
grant update (registration, imprint, contact, changed_at) on site to glossator_app;

revoke update on thread, annotation, draft, tally from glossator_app;
grant update (resolution) on thread to glossator_app;
grant update (state, version, changed_at) on annotation to glossator_app;
grant update (body, layer, saved_at) on draft to glossator_app;
grant update (notes) on tally to glossator_app;
-- Tallies go with their layer, by the foreign key.
revoke delete on tally from glossator_app;

-- Served no query: drafts are listed by their place.
drop index draft_age;
