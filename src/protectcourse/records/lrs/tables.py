"""The table of an outbox, in SQL that every database understands."""

from protectcourse.records.register.contents import ERASED

OUTBOX_TABLES = (
    "CREATE TABLE statement (lrs TEXT NOT NULL, device TEXT NOT NULL, seq BIGINT NOT NULL,"
    " id TEXT NOT NULL, kind TEXT NOT NULL, json TEXT NOT NULL, state INTEGER NOT NULL,"
    " told TEXT NOT NULL, sent_at TEXT NOT NULL, PRIMARY KEY (lrs, device, seq))",
    "CREATE INDEX statement_state ON statement (lrs, state, device, seq)",
)
"""One row a statement and LRS; `json` is empty once the LRS has it."""
FORGET_ERASED = (
    "DELETE FROM statement WHERE json <> '' AND EXISTS (SELECT 1 FROM entry e"
    " JOIN device d ON d.id = e.device WHERE d.device = statement.device"
    f" AND e.seq = statement.seq AND e.state = {ERASED})",
    "DELETE FROM statement WHERE json <> '' AND kind IN ('certificate-issued',"
    " 'certificate-withdrawn') AND NOT EXISTS (SELECT 1 FROM certificate c"
    " WHERE c.id = statement.device AND c.learner <> '')",
)
"""Drops from a register what was not sent and is of events or certificates that were erased."""
