-- What finds records that are alike without reading their texts: of each its signature, those of 128 records
-- in a row. An index over parts of them would take more room than the records, and a million are gone
-- through faster than a person notices.
CREATE TABLE record_signatures (
  key INTEGER PRIMARY KEY NOT NULL, -- of the first record of the row
  signatures BLOB NOT NULL -- 64 bytes a record; zeros: it has no words
) STRICT;
ALTER TABLE record_contents_before ADD COLUMN signature BLOB;

-- Changes of many records are made in steps; one that stands here did not come to its end.
CREATE TABLE unfinished_changes (
  dataset INTEGER PRIMARY KEY NOT NULL, -- ordinal
  version INTEGER NOT NULL -- that it would have made
) STRICT;
