INSERT INTO person VALUES (1, 'ada', NULL, 1);
