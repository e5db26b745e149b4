-- Evidence of what models forgot: asked for, in the queue, taken. What was found lies in a file beside
-- the database.

CREATE TABLE evidence (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  flag_set_id TEXT NOT NULL,
  run_id TEXT, -- that forgot by replay; null: another way
  status TEXT NOT NULL CHECK (
    status IN ('waiting', 'running', 'paused', 'finished', 'stopped', 'failed')
  ),
  interrupted INTEGER NOT NULL, -- 1: it was running when the app was cut off
  entry TEXT NOT NULL, -- JSON: which models are asked how much, how far it has come, what came of it
  queued_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  started_at INTEGER,
  ended_at INTEGER,
  removed_at INTEGER
) STRICT;
CREATE INDEX evidence_by_flag_set ON evidence (flag_set_id);
