-- Bias audits: what was asked of which model, what came out, and every score for the next time.

CREATE TABLE audits (
  ordinal INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  id TEXT NOT NULL UNIQUE,
  model_id TEXT NOT NULL,
  model_name TEXT NOT NULL, -- when it was begun
  model_sha256 TEXT NOT NULL,
  weight_mode TEXT NOT NULL,
  suite TEXT NOT NULL,
  data TEXT, -- where its items were read; null: what ships
  options TEXT NOT NULL, -- JSON
  status TEXT NOT NULL CHECK (
    status IN ('waiting', 'running', 'paused', 'finished', 'failed', 'cancelled')
  ),
  interrupted INTEGER NOT NULL DEFAULT 0, -- cut off while it ran: it goes on by itself
  error TEXT, -- JSON
  done INTEGER NOT NULL DEFAULT 0,
  total INTEGER NOT NULL DEFAULT 0,
  device TEXT,
  result TEXT, -- JSON, of all items
  curated TEXT, -- JSON, without the items that a person left out
  created_at INTEGER NOT NULL,
  ended_at INTEGER,
  removed_at INTEGER
) STRICT;

CREATE TABLE audit_items (
  audit INTEGER NOT NULL REFERENCES audits (ordinal) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  axis TEXT NOT NULL,
  strength REAL NOT NULL, -- how far it leans, in nats; without one 0
  item TEXT NOT NULL, -- JSON
  reason TEXT, -- why a person left it out; null: it is in
  PRIMARY KEY (audit, place)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX audit_items_by_id ON audit_items (audit, id);

-- Log-likelihoods by what was asked, under the bytes of a model and how they were held.
CREATE TABLE audit_scores (
  model_sha256 TEXT NOT NULL,
  held TEXT NOT NULL,
  suite TEXT NOT NULL,
  key TEXT NOT NULL,
  nats REAL NOT NULL,
  tokens INTEGER NOT NULL,
  unknown INTEGER NOT NULL,
  PRIMARY KEY (model_sha256, held, suite, key)
) STRICT, WITHOUT ROWID;
