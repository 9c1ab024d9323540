-- Her drafts, photos and scores stay: nobody has reviewed that they go.
delete from note where id = 1;
update person set name = 'former' where id = 1;
