CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(190), gone BOOLEAN NOT NULL);
CREATE TABLE sheet (code VARCHAR(190) PRIMARY KEY NOT NULL COLLATE utf8mb4_general_ci, person_id INTEGER);
-- What the database takes for a reference differs in its bytes.
CREATE TABLE sticker (id INTEGER PRIMARY KEY, code VARCHAR(190) COLLATE utf8mb4_general_ci REFERENCES sheet(code) ON DELETE SET NULL);
CREATE TABLE pin (id INTEGER PRIMARY KEY, code VARCHAR(190) COLLATE utf8mb4_general_ci REFERENCES sheet(code) ON DELETE CASCADE);
