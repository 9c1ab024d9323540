-- Ada: the young exam with its answer, the young line of the log, and what Fay's remark answers.
delete from answer where id in (1, 3, 4, 7);
-- What only the duty keeps stays without what it does not need.
update exam set ip = '' where id in (2, 8, 10);
-- Eve: the exam that a young appeal is about.
delete from appeal where id in (2, 3);
delete from exam where id in (1, 3, 4, 7, 12);
delete from remark where id = 4;
delete from log where at = 946684800 and person_id in (1, 2, 3);
delete from letter where id in (1, 3, 6);
delete from badge where id in (1, 3);
update person set name = '' where id in (1, 2, 5, 6, 7, 8);
-- Of Cy nothing is kept.
delete from person where id = 3;
