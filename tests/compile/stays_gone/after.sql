-- What is 1's and 2's goes: 1 was rid of it before, although 1 is active. 11 stays, and so does 4, who came back; 5 did not.
delete from doc where id in (1, 3, 5, 7, 8);
update doc set body = 'shared' where id in (2, 4, 6);
