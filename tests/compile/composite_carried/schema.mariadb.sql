-- What the database takes along or lets go, by keys of two columns and within one table; and what still refers by two.
CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(100), gone BOOLEAN NOT NULL);
CREATE TABLE tool (site INTEGER NOT NULL, code VARCHAR(100) COLLATE utf8mb4_nopad_bin NOT NULL, person_id INTEGER REFERENCES person(id), words VARCHAR(100), PRIMARY KEY (site, code));
CREATE TABLE `use` (id INTEGER PRIMARY KEY, site INTEGER, code VARCHAR(100) COLLATE utf8mb4_nopad_bin);
CREATE TABLE piece (id INTEGER PRIMARY KEY, site INTEGER, code VARCHAR(100) COLLATE utf8mb4_nopad_bin, FOREIGN KEY (site, code) REFERENCES tool(site, code) ON DELETE CASCADE);
CREATE TABLE chip (id INTEGER PRIMARY KEY, piece_id INTEGER REFERENCES piece(id) ON DELETE CASCADE);
CREATE TABLE loan (id INTEGER PRIMARY KEY, site INTEGER, code VARCHAR(100) COLLATE utf8mb4_nopad_bin, FOREIGN KEY (site, code) REFERENCES tool(site, code) ON DELETE SET NULL);
CREATE TABLE tree (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES tree(id) ON DELETE CASCADE, person_id INTEGER REFERENCES person(id));
CREATE TABLE leaf (id INTEGER PRIMARY KEY, tree_id INTEGER REFERENCES tree(id) ON DELETE CASCADE);
CREATE TABLE ring (id INTEGER PRIMARY KEY, after_id INTEGER REFERENCES ring(id) ON DELETE SET NULL, person_id INTEGER REFERENCES person(id));
