-- How rare a word is decides how it is looked for. With the usual hundred, every word beside the
-- thousand most frequent is taken for one of thousands of notes, and at a million notes a search for
-- it reads all of them.
alter table note_search alter column tokens set statistics 500;
analyze note_search;
