"""What a learner did: the event log, the file that keeps it, and what the log amounts to."""
