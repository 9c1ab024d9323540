-- The note keeps its chapter, and all above that: 3 and 1, and not the one whose code is written otherwise.
delete from note where id = 3;
delete from chapter where id in (2, 5, 8);
