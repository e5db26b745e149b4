-- Comparisons: one prompt, several answers beside each other, and the vote of a blind one.

CREATE TABLE comparisons (
  ordinal INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  mode TEXT NOT NULL CHECK (mode IN ('sideBySide', 'blind')),
  prompt TEXT NOT NULL,
  system_prompt TEXT NOT NULL,
  seed INTEGER NOT NULL,
  vote TEXT CHECK (vote IN ('a', 'b', 'tie', 'neither')),
  created_at INTEGER NOT NULL,
  removed_at INTEGER,
  CHECK (vote IS NULL OR mode = 'blind')
) STRICT;

-- A column that is tried again gets a further row; the row before it names the one that follows.
CREATE TABLE compared_answers (
  ordinal INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  comparison_id TEXT NOT NULL REFERENCES comparisons (id) ON DELETE CASCADE,
  column_index INTEGER NOT NULL,
  model_id TEXT REFERENCES models (id) ON DELETE SET NULL,
  model_name TEXT NOT NULL,
  sampling TEXT NOT NULL,
  text TEXT NOT NULL,
  status TEXT NOT NULL,
  stats TEXT,
  error TEXT,
  followed_by TEXT REFERENCES compared_answers (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE UNIQUE INDEX compared_answers_by_column
  ON compared_answers (comparison_id, column_index) WHERE followed_by IS NULL;
CREATE INDEX compared_answers_by_model ON compared_answers (model_id);
CREATE INDEX compared_answers_by_successor ON compared_answers (followed_by);
CREATE INDEX compared_answers_running ON compared_answers (id) WHERE status = 'running';
