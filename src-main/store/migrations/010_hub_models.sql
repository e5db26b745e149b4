-- Where a downloaded model came from: the hub's host, the model's name there, and the commit.
ALTER TABLE models ADD COLUMN hub TEXT;
