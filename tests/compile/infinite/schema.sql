-- Numbers that MariaDB has not.
CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20), gone BOOLEAN);
CREATE TABLE thing (id INTEGER PRIMARY KEY, person_id INTEGER, ratio DOUBLE PRECISION);
