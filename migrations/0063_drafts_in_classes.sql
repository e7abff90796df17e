-- A draft may be meant for a class; its place says for which assignment.
alter table draft
  drop constraint draft_layer_check,
  add constraint draft_layer_check check (layer in ('notebook', 'public', 'class', 'feedback'));
