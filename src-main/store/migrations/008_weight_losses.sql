-- What rounding costs, by the tensors it was measured on; the text itself is not kept.
CREATE TABLE weight_losses (
  sha256 TEXT NOT NULL,
  precision TEXT NOT NULL CHECK (precision IN ('full', 'blocks8', 'blocks4')),
  bits_per_byte REAL NOT NULL,
  bytes INTEGER NOT NULL,
  own_text INTEGER NOT NULL CHECK (own_text IN (0, 1)),
  measured_at INTEGER NOT NULL,
  PRIMARY KEY (sha256, precision)
) STRICT, WITHOUT ROWID;
