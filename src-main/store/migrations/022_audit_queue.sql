-- Audits wait in the one queue of all long work, in the order in which they were asked for.

ALTER TABLE audits ADD COLUMN queued_at INTEGER NOT NULL DEFAULT 0;
UPDATE audits SET queued_at = created_at;
