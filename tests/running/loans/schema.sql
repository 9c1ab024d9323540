CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20), gone INTEGER NOT NULL, left_at BIGINT NOT NULL);
CREATE TABLE loan (id INTEGER PRIMARY KEY, lender_id INTEGER, borrower_id INTEGER);
CREATE INDEX loan_lender ON loan (lender_id);
CREATE INDEX loan_borrower ON loan (borrower_id);
