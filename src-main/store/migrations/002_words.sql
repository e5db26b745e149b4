-- The tokens of answers with what else could have come, pinned conversations, answers that go on.

-- One row for each piece of text that was written: [[start, end, id, logprob, [[id, text, logprob, ends]]]].
CREATE TABLE answer_tokens (
  ordinal INTEGER PRIMARY KEY NOT NULL,
  message_id TEXT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
  tokens TEXT NOT NULL
) STRICT;
CREATE INDEX answer_tokens_by_message ON answer_tokens (message_id, ordinal);

ALTER TABLE conversations ADD COLUMN pinned_at INTEGER;

-- An answer that the model itself ended, or that filled its context, cannot go on.
DROP TRIGGER message_never_runs_again;
CREATE TRIGGER message_never_runs_again BEFORE UPDATE OF status ON messages
WHEN old.status NOT IN ('running', 'stopped', 'length', 'failed') AND new.status IS 'running'
BEGIN
  SELECT RAISE(ABORT, 'this answer cannot run again');
END;
CREATE TRIGGER message_search_resume AFTER UPDATE OF status ON messages
WHEN old.status IS NOT 'running' AND new.status IS 'running'
BEGIN
  INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.ordinal, old.text);
END;
