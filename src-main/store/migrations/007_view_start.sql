-- Where the model's view of a conversation begins: earlier turns of the branch are kept and not read.
ALTER TABLE messages ADD COLUMN starts_view INTEGER NOT NULL DEFAULT 0 CHECK (starts_view IN (0, 1));

-- With earlier turns left out, an answer that filled the context can go on too.
DROP TRIGGER message_never_runs_again;
CREATE TRIGGER message_never_runs_again BEFORE UPDATE OF status ON messages
WHEN old.status NOT IN ('running', 'stopped', 'length', 'contextFull', 'failed')
  AND new.status IS 'running'
BEGIN
  SELECT RAISE(ABORT, 'this answer cannot run again');
END;
