-- The network: every request that was made, and the endpoints whose models take part in comparisons.
CREATE TABLE network_requests (
  ordinal INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  started_at INTEGER NOT NULL,
  method TEXT NOT NULL,
  host TEXT NOT NULL,
  path TEXT NOT NULL,
  purpose TEXT NOT NULL,
  place TEXT CHECK (place IN ('machine', 'away')),
  bytes_out INTEGER NOT NULL,
  bytes_in INTEGER NOT NULL,
  status INTEGER,
  outcome TEXT NOT NULL CHECK (outcome IN ('running', 'done', 'failed', 'cancelled')),
  duration_ms REAL
) STRICT;
CREATE INDEX network_requests_running ON network_requests (id) WHERE outcome = 'running';

-- The key is read by the one who asks the endpoint, and by nobody else.
CREATE TABLE endpoints (
  ordinal INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  base_url TEXT NOT NULL,
  key TEXT NOT NULL,
  takes_more INTEGER NOT NULL,
  listed TEXT NOT NULL,
  chosen TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;

ALTER TABLE compared_answers ADD COLUMN remote TEXT;
ALTER TABLE compared_answers ADD COLUMN remote_figures TEXT;
