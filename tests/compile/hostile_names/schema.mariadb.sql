-- Names of SQL, of ours, of both letter cases, with quotes and spaces.
CREATE TABLE `user` (`User Id` INTEGER PRIMARY KEY, `Select` TEXT, `group` TEXT NOT NULL, `e'mail` TEXT, value TEXT NOT NULL);
CREATE TABLE `order` (`key` INTEGER PRIMARY KEY, `user` INTEGER REFERENCES `user`(`User Id`));
CREATE TABLE `Select` (`key` INTEGER PRIMARY KEY, `Order Id` INTEGER, `CamelCase` INTEGER NOT NULL, `From` TEXT);
CREATE TABLE `probate_batch 2` (run INTEGER PRIMARY KEY, k INTEGER);
CREATE TABLE probate_1 (subject INTEGER PRIMARY KEY, run INTEGER REFERENCES `user`(`User Id`), name TEXT, value TEXT);
CREATE TABLE probate_value (capture INTEGER PRIMARY KEY, `k"ind` TEXT, instance INTEGER);
CREATE TABLE probate_person (id INTEGER PRIMARY KEY, shared TEXT);
