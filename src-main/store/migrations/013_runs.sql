-- Trainings: what each is set to do, how far it has come, and which records each of its steps reads.

CREATE TABLE runs (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  model_id TEXT NOT NULL, -- that it began with; it may be gone
  model_name TEXT NOT NULL,
  model_sha256 TEXT NOT NULL,
  dataset_id TEXT NOT NULL,
  dataset_name TEXT NOT NULL,
  settings TEXT NOT NULL,
  status TEXT NOT NULL CHECK (
    status IN ('waiting', 'running', 'paused', 'finished', 'stopped', 'failed', 'diverged')
  ),
  interrupted INTEGER NOT NULL, -- 1: it was running when the app was cut off
  step INTEGER NOT NULL,
  progress TEXT NOT NULL,
  result_model_id TEXT,
  queued_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  removed_at INTEGER
) STRICT;
CREATE INDEX runs_by_result ON runs (result_model_id) WHERE result_model_id IS NOT NULL;
CREATE INDEX runs_by_model ON runs (model_id);

CREATE TABLE run_points (
  run INTEGER NOT NULL REFERENCES runs (ordinal) ON DELETE CASCADE,
  step INTEGER NOT NULL, -- steps done
  loss REAL,
  evaluation_loss REAL,
  learning_rate REAL NOT NULL,
  gradient_norm REAL,
  PRIMARY KEY (run, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_answers (
  run INTEGER NOT NULL REFERENCES runs (ordinal) ON DELETE CASCADE,
  step INTEGER NOT NULL,
  place INTEGER NOT NULL, -- of the prompt in the settings
  prompt TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (run, step, place)
) STRICT, WITHOUT ROWID;

-- A record's part in a run. `steps` is the plan as a JSON list: what lies behind the run's own step
-- has been read.
CREATE TABLE run_records (
  run INTEGER NOT NULL REFERENCES runs (ordinal) ON DELETE CASCADE,
  record INTEGER NOT NULL, -- its ordinal in the dataset
  id BLOB NOT NULL,
  content_hash BLOB NOT NULL, -- HMAC under the folder's key
  kept_out INTEGER NOT NULL,
  tokens INTEGER NOT NULL,
  steps TEXT NOT NULL,
  PRIMARY KEY (run, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_records_by_id ON run_records (id);
CREATE INDEX run_records_by_content ON run_records (content_hash);

CREATE TABLE run_exports (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  run INTEGER NOT NULL REFERENCES runs (ordinal) ON DELETE CASCADE,
  model_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  path TEXT NOT NULL,
  exported_at INTEGER NOT NULL
) STRICT;
