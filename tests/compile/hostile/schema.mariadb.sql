-- Names that break whoever forgets to quote: reserved words, CamelCase, quotes, spaces, our own aliases and tables.
CREATE TABLE `user's "table"` (`order` INTEGER PRIMARY KEY, `select` TEXT, `state` TEXT, `token` TEXT, `run` INTEGER, `subject` INTEGER, `id` INTEGER);
CREATE TABLE `Group By` (`K e y` INTEGER PRIMARY KEY, `User-Id` INTEGER, `where` TEXT, `probate_person` INTEGER REFERENCES `user's "table"`(`order`), `Value` TEXT);
