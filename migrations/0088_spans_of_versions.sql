-- A version made from another has its words from the same places of the copy.
grant insert on witness_span to glossator_app;
