-- 1 reads German, 2 Brazilian Portuguese, 3 Arabic, 4 a language that the site has not, 5 none, 6 Portuguese of no
-- country that the site knows; 7 stays; 8 and 9 bear one address, and 8 alone is asked for.
insert into person (id, name, email, lang, state) values
  (1, 'Ada "the" \ Löw', 'ada@x', 'DE_at', 'gone'), (2, 'Bob', 'bob@x', 'pt_br', 'gone'), (3, 'Cem', 'cem@x', 'ar', 'gone'),
  (4, 'Dan', 'dan@x', 'fr', 'gone'), (5, null, null, null, 'gone'), (6, 'Fay', 'fay@x', 'pt-PT', 'gone'),
  (7, 'Gus', 'gus@x', 'de', 'active'), (8, 'Hal', 'pair@x', 'de', 'gone'), (9, 'Ida', 'pair@x', 'en', 'active');
insert into mail values (1, 'ada@x', 'hers'), (2, 'bob@x', 'his'), (3, 'gus@x', 'stays'), (4, 'pair@x', 'of two');
insert into probate_request (kind, type, subject, state) values
  ('purge', 'go', 1, 'approved'), ('purge', 'go', 2, 'approved'), ('purge', 'go', 3, 'approved'), ('purge', 'go', 4, 'approved'), ('purge', 'go', 5, 'approved'),
  ('purge', 'go', 6, 'approved'), ('purge', 'go', 7, 'requested'), ('purge', 'go', 8, 'approved'), ('export', 'all', 7, 'approved');
