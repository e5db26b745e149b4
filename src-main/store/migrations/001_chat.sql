-- Models, conversations with their trees of messages, settings, and the search over text and titles.

CREATE TABLE models (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  family TEXT NOT NULL,
  parameter_count INTEGER NOT NULL,
  size_bytes INTEGER NOT NULL,
  format TEXT NOT NULL,
  precision TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('included', 'copied', 'referenced')),
  path TEXT NOT NULL,
  files TEXT NOT NULL,
  files_stamp TEXT,
  chat TEXT NOT NULL,
  context_length INTEGER NOT NULL,
  vocabulary_size INTEGER NOT NULL,
  weight_mode TEXT NOT NULL,
  added_at INTEGER NOT NULL,
  last_used_at INTEGER,
  removed_at INTEGER
) STRICT;
CREATE INDEX models_by_sha256 ON models (sha256);

-- `ordinal` keeps the search index's row numbers valid whatever happens to the file.
CREATE TABLE conversations (
  ordinal INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  model_id TEXT REFERENCES models (id) ON DELETE SET NULL,
  system_prompt TEXT NOT NULL,
  sampling TEXT NOT NULL,
  draft TEXT NOT NULL,
  active_leaf_id TEXT REFERENCES messages (id) DEFERRABLE INITIALLY DEFERRED,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  removed_at INTEGER
) STRICT;
CREATE INDEX conversations_by_update ON conversations (updated_at);
CREATE INDEX conversations_by_model ON conversations (model_id);
CREATE INDEX conversations_by_leaf ON conversations (active_leaf_id);

CREATE TABLE messages (
  ordinal INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  conversation_id TEXT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
  parent_id TEXT REFERENCES messages (id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
  text TEXT NOT NULL,
  model_id TEXT REFERENCES models (id) ON DELETE SET NULL,
  model_name TEXT,
  status TEXT,
  stats TEXT,
  error TEXT,
  created_at INTEGER NOT NULL,
  CHECK ((role = 'assistant') = (status IS NOT NULL))
) STRICT;
CREATE INDEX messages_by_conversation ON messages (conversation_id, ordinal);
CREATE INDEX messages_by_parent ON messages (parent_id);
CREATE INDEX messages_by_model ON messages (model_id);
CREATE INDEX messages_running ON messages (id) WHERE status = 'running';

CREATE TABLE settings (
  key TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT;

-- A message is searched once it is whole: an answer grows many times a second.
CREATE VIEW whole_messages AS SELECT ordinal, text FROM messages WHERE status IS NOT 'running';

CREATE VIRTUAL TABLE message_search USING fts5 (
  text, content = 'whole_messages', content_rowid = 'ordinal',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
CREATE VIRTUAL TABLE conversation_search USING fts5 (
  title, content = 'conversations', content_rowid = 'ordinal',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
-- What is deleted leaves the index's pages too, not only its results; a word that parts two pages
-- stays until the index is rebuilt.
INSERT INTO message_search (message_search, rank) VALUES ('secure-delete', 1);
INSERT INTO conversation_search (conversation_search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER message_search_insert AFTER INSERT ON messages WHEN new.status IS NOT 'running'
BEGIN
  INSERT INTO message_search (rowid, text) VALUES (new.ordinal, new.text);
END;
CREATE TRIGGER message_search_delete AFTER DELETE ON messages WHEN old.status IS NOT 'running'
BEGIN
  INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.ordinal, old.text);
END;
CREATE TRIGGER message_search_finish AFTER UPDATE OF text, status ON messages
WHEN old.status IS 'running' AND new.status IS NOT 'running'
BEGIN
  INSERT INTO message_search (rowid, text) VALUES (new.ordinal, new.text);
END;
CREATE TRIGGER message_search_change AFTER UPDATE OF text, status ON messages
WHEN old.status IS NOT 'running' AND new.status IS NOT 'running'
BEGIN
  INSERT INTO message_search (message_search, rowid, text) VALUES ('delete', old.ordinal, old.text);
  INSERT INTO message_search (rowid, text) VALUES (new.ordinal, new.text);
END;
CREATE TRIGGER message_never_runs_again BEFORE UPDATE OF status ON messages
WHEN old.status IS NOT 'running' AND new.status IS 'running'
BEGIN
  SELECT RAISE(ABORT, 'an ended answer cannot run again');
END;

CREATE TRIGGER conversation_search_insert AFTER INSERT ON conversations
BEGIN
  INSERT INTO conversation_search (rowid, title) VALUES (new.ordinal, new.title);
END;
CREATE TRIGGER conversation_search_delete AFTER DELETE ON conversations
BEGIN
  INSERT INTO conversation_search (conversation_search, rowid, title)
  VALUES ('delete', old.ordinal, old.title);
END;
CREATE TRIGGER conversation_search_update AFTER UPDATE OF title ON conversations
BEGIN
  INSERT INTO conversation_search (conversation_search, rowid, title)
  VALUES ('delete', old.ordinal, old.title);
  INSERT INTO conversation_search (rowid, title) VALUES (new.ordinal, new.title);
END;
