-- What the test of each device found, and on which machine, drivers and runtime.
CREATE TABLE device_tests (
  provider TEXT PRIMARY KEY NOT NULL,
  fingerprint TEXT NOT NULL,
  result TEXT NOT NULL,
  tested_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
