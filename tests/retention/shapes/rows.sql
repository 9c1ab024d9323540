-- It is 2026-03-30 12:00.
insert into person (id, name, state, bio, joined) values (1, 'Ada', 'active', 'stays: only of the gone', 1711627200), (2, 'Bob', 'gone', 'goes', 1711627200), (3, 'Cleo', 'gone', 'stays: young', 1759060800), (4, 'root', 'gone', 'stays: protected', 1711627200), (5, 'former', 'gone', 'stays: takes over', 1711627200), (6, 'Fay', 'gone', 'stays: 0', 0), (7, 'Gil', 'gone', '', 1711627200);
insert into thread (id, person_id, at, note) values
  (1, 1, 1711627200, 'goes'),
  (2, 1, 1759060800, 'stays'),
  (3, 99, 1711627200, 'goes: of nobody'),
  (4, null, 1711627200, 'goes');
insert into reply (id, thread_id, person_id, note) values
  (1, 1, 2, 'goes with the thread'),
  (2, 2, 2, 'stays with the thread'),
  (3, 1, 1, 'goes with the thread'),
  (4, 3, 1, 'goes with the thread');
insert into mark (id, reply_id, note) values
  (1, 1, 'goes with the reply'),
  (2, 2, 'stays'),
  (3, 4, 'goes'),
  (4, 99, 'stays: of no reply');
insert into page (id, person_id, at, kind, words, note) values
  (1, 1, 1711627200, 'kept', 'words', 'stays'),
  (2, 1, 1711627200, 'wiki', 'words', 'detached'),
  (3, 1, 1711627200, 'draft', 'words', 'emptied'),
  (4, 1, 1711627200, 'other', 'words', 'goes'),
  (5, 1, 1759060800, 'other', 'words', 'stays: young'),
  (6, 99, 1711627200, 'draft', 'words', 'emptied'),
  (7, null, 1711627200, 'wiki', 'words', 'stays: detached before'),
  (8, 1, 1711627200, 'blog', 'words', 'reassigned'),
  (9, 5, 1711627200, 'blog', 'words', 'stays: reassigned before'),
  (10, 1, 1759060800, 'wiki', 'words', 'stays: young');
insert into scrap (id, page_id, note) values
  (1, 1, 'goes: the page is kept, its scraps are not'),
  (2, 2, 'goes'),
  (3, 3, 'goes'),
  (4, 4, 'goes'),
  (5, 5, 'stays'),
  (6, 10, 'stays');
insert into sheet (id, first_id, second_id, at, note) values
  (1, 1, 2, 1711627200, 'goes: its time is over for both'),
  (2, 1, null, 1711627200, 'goes'),
  (3, 1, 2, 1759060800, 'stays');
insert into message (id, from_id, to_id, at, from_left, to_left, note) values
  (1, 1, 2, 1711627200, 0, 0, 'goes: both sides are in the rule'),
  (2, 1, 2, 1759060800, 0, 0, 'stays'),
  (3, 1, 2, 1711627200, 5, 0, 'goes'),
  (4, 99, null, 1711627200, 0, 0, 'goes');
insert into letter (id, from_id, to_id, at, from_left, to_left, note) values
  (1, 1, 2, 1711627200, 0, 0, 'left by the one side'),
  (2, 1, 2, 1711627200, 0, 7, 'goes: the other had left'),
  (3, 1, 2, 1759060800, 0, 0, 'stays'),
  (4, 1, 2, 1711627200, 3, 0, 'stays: left before'),
  (5, 1, 0, 1711627200, 0, 0, 'goes: the other is nobody'),
  (6, 1, 2, 1711627200, 4, 4, 'goes: both had left');
insert into tag (a, b, person_id, at, note) values
  (1, 'x', 1, 1711627200, 'goes'),
  (1, 'y', 1, 1759060800, 'stays'),
  (2, 'x', 99, 1711627200, 'goes');
insert into ticket (code, person_id, at, note) values
  ('a', 1, 1711627200, 'detached'),
  ('b', 1, 1759060800, 'stays'),
  ('c', null, 1711627200, 'stays: nobody already'),
  ('c d', 99, 1711627200, 'detached');
insert into badge (id, person_id, at, words, note) values
  (1, 1, 1711627200, 'gold', 'overwritten'),
  (2, 2, 1759060800, 'gold', 'stays'),
  (3, 2, 1711627200, 'badge of 2', 'stays: overwritten before');
insert into topic (id, person_id, above_id, at, note) values
  (1, 1, null, 1711627200, 'goes: nothing is left below'),
  (2, 1, 1, 1711627200, 'goes'),
  (3, 1, 2, 1711627200, 'goes'),
  (4, 1, null, 1711627200, 'stays: a young post is in it'),
  (5, 1, 4, 1711627200, 'goes: nothing refers to it'),
  (6, 1, null, 1711627200, 'stays: a young one is below'),
  (7, 1, 6, 1759060800, 'stays: young'),
  (8, 99, null, 1711627200, 'goes'),
  (9, 1, 9, 1711627200, 'goes: nothing else refers to it');
insert into post (id, topic_id, person_id, at, note) values
  (1, 3, 1, 1711627200, 'goes'),
  (2, 4, 1, 1759060800, 'stays: young'),
  (3, 4, 1, 1711627200, 'goes'),
  (4, 8, 99, 1711627200, 'goes');
insert into loan (id, lender_id, borrower_id, at, note) values
  (1, 2, 1, 1711627200, 'goes: who lent it is gone'),
  (2, 1, 2, 1711627200, 'stays: only who borrowed it is gone'),
  (3, 99, 2, 1711627200, 'stays: who lent it is not known'),
  (4, 2, 1, 1759060800, 'stays: young');
insert into album (code, person_id, shown_by, at, kind, words, note) values
  ('a', 1, 2, 1711627200, 'draft', 'words', 'emptied: nothing refers to it'),
  ('b', 1, 2, 1711627200, 'draft', 'words', 'emptied: kept from going, and known by its keys'),
  ('c', 1, 2, 1711627200, 'other', 'words', 'stays: a photo in it is kept'),
  ('d', 1, 2, 1711627200, 'other', 'words', 'goes: its photo went'),
  ('e', 1, 2, 1759060800, 'draft', 'words', 'stays: young');
insert into photo (id, person_id, album, at, note) values
  (1, 1, 'b', 1759060800, 'stays: a duty keeps it'),
  (2, 1, 'c', 1759060800, 'stays: a duty keeps it'),
  (3, 1, 'd', 1711627200, 'goes');
insert into visit (id, person_id, at, note) values
  (1, 1, 1711627200, 'stays: only of the gone'),
  (2, 2, 1711627200, 'goes'),
  (3, 2, 1759060800, 'stays'),
  (4, 99, 1711627200, 'stays: whose is not known');
