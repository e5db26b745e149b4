-- Requests of a blind question tell its models apart: they are listed once it has its vote. The id is
-- kept when the comparison is gone, and hides nothing then.
ALTER TABLE network_requests ADD COLUMN comparison_id TEXT;
