"""What learners did, said as xAPI statements (records.md §6)."""
