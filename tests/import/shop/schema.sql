-- A shop whose schema declares some of its references, and names the rest.
CREATE TABLE "Customers" (
  id bigint NOT NULL,
  login varchar(100) NOT NULL,
  password_hash varchar(255) NOT NULL,
  "firstName" varchar(100) NOT NULL,
  "lastName" varchar(100) NOT NULL,
  email varchar(100),
  phone1 varchar(20),
  birthday date,
  is_deleted boolean DEFAULT false NOT NULL,
  suspended smallint DEFAULT 0 NOT NULL,
  created_at timestamp without time zone NOT NULL
);
CREATE TABLE orders (
  id bigint NOT NULL,
  customer_id bigint NOT NULL,
  approved_by bigint,
  placed timestamp without time zone,
  total numeric(10,2) NOT NULL,
  created bigint NOT NULL,
  "order" integer NOT NULL
);
CREATE TABLE order_lines (
  id bigint NOT NULL,
  order_id bigint NOT NULL,
  article_id bigint NOT NULL,
  amount integer NOT NULL
);
CREATE TABLE order_line_notes (
  id bigint NOT NULL,
  line bigint NOT NULL,
  note text
);
CREATE TABLE articles (
  id bigint NOT NULL,
  title text NOT NULL,
  "createdBy" bigint NOT NULL,
  updated_by bigint DEFAULT 0 NOT NULL
);
CREATE TABLE messages (
  id bigint NOT NULL,
  from_customer_id bigint NOT NULL,
  to_customer_id bigint NOT NULL,
  body text NOT NULL,
  sent_at timestamp without time zone NOT NULL
);
CREATE TABLE favourites (
  customer_id bigint NOT NULL,
  article_id bigint NOT NULL
);
CREATE TABLE sessions (
  id bigint NOT NULL,
  customer_id bigint DEFAULT 0 NOT NULL,
  token varchar(64) NOT NULL,
  ip varchar(45),
  customer_count integer
);
CREATE TABLE newsletter (
  id bigint NOT NULL,
  email varchar(100) NOT NULL
);
ALTER TABLE ONLY "Customers" ADD CONSTRAINT customers_pkey PRIMARY KEY (id);
ALTER TABLE ONLY "Customers" ADD CONSTRAINT customers_login UNIQUE (login);
ALTER TABLE ONLY orders ADD CONSTRAINT orders_pkey PRIMARY KEY (id);
ALTER TABLE ONLY order_lines ADD CONSTRAINT order_lines_pkey PRIMARY KEY (id);
ALTER TABLE ONLY order_line_notes ADD CONSTRAINT order_line_notes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY articles ADD CONSTRAINT articles_pkey PRIMARY KEY (id);
ALTER TABLE ONLY messages ADD CONSTRAINT messages_pkey PRIMARY KEY (id);
ALTER TABLE ONLY favourites ADD CONSTRAINT favourites_pkey PRIMARY KEY (customer_id, article_id);
ALTER TABLE ONLY sessions ADD CONSTRAINT sessions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY newsletter ADD CONSTRAINT newsletter_pkey PRIMARY KEY (id);
CREATE INDEX orders_customer ON orders USING btree (customer_id);
CREATE INDEX orders_approved ON orders USING btree (approved_by);
CREATE INDEX messages_from ON messages USING btree (from_customer_id);
CREATE INDEX messages_to ON messages USING btree (to_customer_id);
CREATE INDEX sessions_customer ON sessions USING btree (customer_id);
CREATE INDEX articles_creator ON articles USING btree ("createdBy");
ALTER TABLE ONLY order_lines ADD CONSTRAINT lines_order FOREIGN KEY (order_id) REFERENCES orders(id) ON DELETE CASCADE;
ALTER TABLE ONLY order_lines ADD CONSTRAINT lines_article FOREIGN KEY (article_id) REFERENCES articles(id);
ALTER TABLE ONLY order_line_notes ADD CONSTRAINT notes_line FOREIGN KEY (line) REFERENCES order_lines(id) ON DELETE CASCADE;
