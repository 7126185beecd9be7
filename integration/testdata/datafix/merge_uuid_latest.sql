-- Which row is the latest cannot be told, and that is said with what to do.
CREATE TABLE users (id uuid PRIMARY KEY, email text);
INSERT INTO users SELECT md5(n::text)::uuid, 'u' || n % 5 FROM generate_series(1, 9) AS n;
-- refused: which row is the latest cannot be told: choose --strategy duplicate-emails=most-referenced
