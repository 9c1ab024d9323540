delete from tag where word in ('hers', 'hers too');
delete from thing where area = 1 and code in ('a', 'b');
delete from memo where words = 'of every box with these words';
delete from box where area = 1 and nr = 1 and words = 'x' or words is null;
delete from print where words = 'hers';
delete from stamp where code = 'a' and area = 1;
delete from note where words = 'hers';
update loan set state = 0 where person_id = 1 and area in (1, 2);
delete from shelf where area = 1 and code in ('a', 'b');
