-- Two tables that refer to each other: one of them lets go first.
CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(100), gone BOOLEAN NOT NULL);
CREATE TABLE wallet (id INTEGER PRIMARY KEY, person_id INTEGER REFERENCES person(id), main_card_id INTEGER);
CREATE TABLE card (id INTEGER PRIMARY KEY, wallet_id INTEGER NOT NULL REFERENCES wallet(id), number VARCHAR(100));
ALTER TABLE wallet ADD CONSTRAINT wallet_main_card FOREIGN KEY (main_card_id) REFERENCES card(id);
