-- One column of each kind, for the text forms of exports.
CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20), gone BOOLEAN);
CREATE TABLE thing (
  id INTEGER PRIMARY KEY, person_id TEXT, big BIGINT, flag BOOLEAN, price DECIMAL(10,2), ratio DOUBLE PRECISION,
  label VARCHAR(20), picture BLOB, day DATE, at DATETIME, anything
);
-- Whole numbers that count from 1970.
CREATE TABLE moment (id INTEGER PRIMARY KEY, person_id INTEGER, seconds BIGINT, milliseconds BIGINT, small INTEGER);
