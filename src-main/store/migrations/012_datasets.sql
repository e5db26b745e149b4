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
  compared INTEGER NOT NULL, -- 1: near-duplicates were looked for
  version INTEGER NOT NULL,
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
  extra TEXT,
  content_hash BLOB NOT NULL,
  pii TEXT
) STRICT;
CREATE UNIQUE INDEX records_by_id ON records (id);
CREATE INDEX records_by_content ON records (content_hash);

-- What tables are filtered, sorted and counted by: narrow, so that a million rows are read at once.
CREATE TABLE record_facts (
  key INTEGER PRIMARY KEY NOT NULL,
  subject TEXT NOT NULL, -- '': nobody's
  length INTEGER NOT NULL,
  language INTEGER NOT NULL, -- place in the contract's list
  split INTEGER NOT NULL, -- 0: none, else place in the contract's list, plus one
  problems INTEGER NOT NULL, -- a bit for each
  pii_types INTEGER NOT NULL, -- a bit for each
  duplicate_of INTEGER, -- ordinal
  near_of INTEGER, -- ordinal
  near_percent INTEGER,
  version INTEGER NOT NULL -- of the dataset, since which the record says what it says
) STRICT;
CREATE INDEX record_facts_by_subject ON record_facts (key >> 32, subject);
CREATE INDEX record_facts_by_length ON record_facts (key >> 32, length);
CREATE INDEX record_facts_pii ON record_facts (key, pii_types) WHERE pii_types <> 0;
CREATE INDEX record_facts_duplicate ON record_facts (key) WHERE duplicate_of IS NOT NULL;
CREATE INDEX record_facts_near ON record_facts (key >> 32, near_of) WHERE near_of IS NOT NULL;
CREATE INDEX record_facts_problem ON record_facts (key, problems) WHERE problems <> 0;

CREATE TABLE record_tag_names (
  ordinal INTEGER PRIMARY KEY NOT NULL,
  dataset INTEGER NOT NULL, -- ordinal
  name TEXT NOT NULL,
  UNIQUE (dataset, name)
) STRICT;
CREATE TABLE record_tags (
  tag INTEGER NOT NULL,
  key INTEGER NOT NULL,
  PRIMARY KEY (tag, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_tags_by_record ON record_tags (key);

-- What made each version of a dataset, and what the changed records were before it.
CREATE TABLE dataset_changes (
  dataset INTEGER NOT NULL, -- ordinal
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  records INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  PRIMARY KEY (dataset, version)
) STRICT, WITHOUT ROWID;
CREATE TABLE record_contents_before (
  key INTEGER NOT NULL,
  until INTEGER NOT NULL, -- the version that no longer had it
  since INTEGER NOT NULL, -- the first that had it
  text TEXT NOT NULL,
  layout TEXT NOT NULL,
  subject TEXT NOT NULL,
  content_hash BLOB NOT NULL,
  pii TEXT,
  language INTEGER NOT NULL,
  problems INTEGER NOT NULL,
  PRIMARY KEY (key, until)
) STRICT, WITHOUT ROWID;
CREATE TABLE record_marks_before (
  key INTEGER NOT NULL,
  until INTEGER NOT NULL,
  split INTEGER NOT NULL,
  tags TEXT NOT NULL, -- JSON: the ordinals of their names
  PRIMARY KEY (key, until)
) STRICT, WITHOUT ROWID;

CREATE TABLE folder_keys (
  name TEXT PRIMARY KEY NOT NULL,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
