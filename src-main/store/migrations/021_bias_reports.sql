-- Of bias reports: how many axes have which word (there is no overall one). Of datasets that were made here:
-- what they were made of. Of audits: whether they ask the held-out half of the groups alone.

ALTER TABLE reports ADD COLUMN suite TEXT;
ALTER TABLE reports ADD COLUMN tally TEXT; -- JSON
ALTER TABLE datasets ADD COLUMN origin TEXT; -- JSON
ALTER TABLE audits ADD COLUMN half TEXT NOT NULL DEFAULT 'whole';
