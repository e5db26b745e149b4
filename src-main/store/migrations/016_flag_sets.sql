-- Records that are to be forgotten, in sets. A set is never written over: each change is a version.

CREATE TABLE flag_sets (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  dataset_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE flag_set_versions (
  flag_set INTEGER NOT NULL REFERENCES flag_sets (ordinal) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  reason TEXT NOT NULL,
  requester TEXT NOT NULL,
  source TEXT NOT NULL, -- JSON: how its records were chosen
  records INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (flag_set, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE flagged_records (
  flag_set INTEGER NOT NULL,
  version INTEGER NOT NULL,
  record INTEGER NOT NULL, -- its ordinal in the dataset
  id BLOB NOT NULL,
  content_hash BLOB NOT NULL, -- HMAC under the folder's key, when it was flagged
  PRIMARY KEY (flag_set, version, record),
  FOREIGN KEY (flag_set, version) REFERENCES flag_set_versions (flag_set, version) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- JSON: what a run forgets, and which run it repeats for that; null: it forgets nothing.
ALTER TABLE runs ADD COLUMN forgetting TEXT;
