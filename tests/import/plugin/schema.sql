-- Drafted by `probate import` from install.xml files: replace it by what `pg_dump --schema-only` prints.

CREATE TABLE "mdl_user" (
  "id" bigserial NOT NULL,
  "username" varchar(100) DEFAULT '' NOT NULL,
  "email" varchar(100) DEFAULT '' NOT NULL,
  "deleted" smallint DEFAULT 0 NOT NULL,
  "timecreated" bigint DEFAULT 0 NOT NULL,
  PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "mdl_user_1" ON "mdl_user" ("username");

CREATE TABLE "mdl_course" (
  "id" bigserial NOT NULL,
  "fullname" varchar(254) DEFAULT '' NOT NULL,
  PRIMARY KEY ("id")
);

CREATE TABLE "mdl_diary" (
  "id" bigserial NOT NULL,
  "course" bigint NOT NULL,
  "name" varchar(255) DEFAULT 'It''s a diary' NOT NULL,
  "keeper" bigint,
  PRIMARY KEY ("id")
);
CREATE INDEX "mdl_diary_1" ON "mdl_diary" ("course");
CREATE INDEX "mdl_diary_2" ON "mdl_diary" ("keeper");
CREATE INDEX "mdl_diary_3" ON "mdl_diary" ("keeper");

CREATE TABLE "mdl_diary_entries" (
  "id" bigserial NOT NULL,
  "diary" bigint NOT NULL,
  "userid" bigint DEFAULT 0 NOT NULL,
  "text" text NOT NULL,
  "rating" numeric(10,5),
  "weight" double precision DEFAULT 0.5,
  "drawing" bytea,
  "mood" smallint,
  "timemodified" bigint DEFAULT 0 NOT NULL,
  PRIMARY KEY ("id")
);
CREATE INDEX "mdl_diary_entries_1" ON "mdl_diary_entries" ("diary");
CREATE INDEX "mdl_diary_entries_2" ON "mdl_diary_entries" ("userid");
CREATE INDEX "mdl_diary_entries_3" ON "mdl_diary_entries" ("diary", "userid");

CREATE TABLE "mdl_diary_covers" (
  "id" bigserial NOT NULL,
  "entry" bigint NOT NULL,
  "colour" varchar(20),
  PRIMARY KEY ("id"),
  UNIQUE ("entry")
);
