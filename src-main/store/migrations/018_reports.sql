-- Reports that were made here. Each is a signed JSON file beside the database; HTML and PDF are drawn of it.

CREATE TABLE reports (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  verdict TEXT NOT NULL,
  language TEXT NOT NULL,
  signed_at INTEGER NOT NULL,
  key_id TEXT NOT NULL,
  source_id TEXT NOT NULL, -- of the evidence
  sha256 TEXT NOT NULL, -- of the file
  removed_at INTEGER
) STRICT;
