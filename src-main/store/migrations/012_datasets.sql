-- Datasets and their records, and the key under which contents are hashed.

CREATE TABLE datasets (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, -- no number is used twice: keys of records hold it
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('importing', 'ready', 'erasing')), -- only ready ones are shown
  file_name TEXT NOT NULL,
  format TEXT NOT NULL,
  mapping TEXT NOT NULL,
  records INTEGER NOT NULL,
  rejected TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

-- `key` is the dataset's ordinal times 2^32 plus the record's: the records of a dataset lie together,
-- in their order, for them and for the index of words that each dataset has (record_search_N).
CREATE TABLE records (
  key INTEGER PRIMARY KEY NOT NULL,
  id BLOB NOT NULL,
  line INTEGER NOT NULL,
  text TEXT NOT NULL,
  layout TEXT NOT NULL,
  subject TEXT,
  extra TEXT,
  content_hash BLOB NOT NULL,
  pii TEXT,
  pii_types INTEGER NOT NULL, -- a bit for each type
  duplicate_of INTEGER -- ordinal
) STRICT;
CREATE UNIQUE INDEX records_by_id ON records (id);
CREATE INDEX records_by_content ON records (content_hash);
CREATE INDEX records_by_subject ON records (subject) WHERE subject IS NOT NULL;
CREATE INDEX records_with_pii ON records (key, pii_types) WHERE pii_types <> 0;
CREATE INDEX records_duplicate ON records (key) WHERE duplicate_of IS NOT NULL;

CREATE TABLE folder_keys (
  name TEXT PRIMARY KEY NOT NULL,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
