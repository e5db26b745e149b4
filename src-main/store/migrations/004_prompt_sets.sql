-- Prompt sets: many prompts to several models, one answer a cell.
CREATE TABLE prompt_runs (
  ordinal INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sampling TEXT NOT NULL,
  models TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('running', 'paused', 'finished')),
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

CREATE TABLE prompt_run_items (
  run_id TEXT NOT NULL REFERENCES prompt_runs (id) ON DELETE CASCADE,
  row_index INTEGER NOT NULL,
  prompt TEXT NOT NULL,
  reference TEXT,
  PRIMARY KEY (run_id, row_index)
) STRICT, WITHOUT ROWID;

CREATE TABLE prompt_run_answers (
  run_id TEXT NOT NULL REFERENCES prompt_runs (id) ON DELETE CASCADE,
  row_index INTEGER NOT NULL,
  column_index INTEGER NOT NULL,
  text TEXT NOT NULL,
  status TEXT NOT NULL,
  error TEXT,
  exact_match INTEGER,
  rouge_l REAL,
  PRIMARY KEY (run_id, row_index, column_index)
) STRICT, WITHOUT ROWID;
