-- What is left of forgotten records, and erasing them: a plan that goes on whatever happens to the app.

-- Keyed by a key of their own (folder_keys); without it they tell nothing.
CREATE TABLE tombstones (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  content BLOB NOT NULL UNIQUE, -- of the words of the text, in their order
  near BLOB, -- of each value of its signature, four bytes; NULL: it has no words
  forgotten_at INTEGER NOT NULL
) STRICT;

-- Records that came in all the same, as it was asked.
CREATE TABLE forgotten_records (
  key INTEGER PRIMARY KEY NOT NULL,
  tombstone INTEGER NOT NULL REFERENCES tombstones (ordinal) ON DELETE CASCADE
) STRICT;
CREATE INDEX forgotten_records_by_tombstone ON forgotten_records (tombstone);

CREATE TABLE erasures (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  flag_set_id TEXT NOT NULL,
  flag_set_version INTEGER NOT NULL,
  records INTEGER NOT NULL,
  plan TEXT NOT NULL, -- JSON, without a word of the records
  traces BLOB, -- keyed hashes of what is looked for at the end; NULL once it was
  step TEXT NOT NULL,
  error TEXT,
  result TEXT,
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

-- Those that are still to go.
CREATE TABLE erasure_records (
  erasure INTEGER NOT NULL REFERENCES erasures (ordinal) ON DELETE CASCADE,
  key INTEGER NOT NULL,
  id BLOB NOT NULL,
  PRIMARY KEY (erasure, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX flagged_records_by_id ON flagged_records (id);
CREATE INDEX record_contents_before_by_content ON record_contents_before (content_hash);
