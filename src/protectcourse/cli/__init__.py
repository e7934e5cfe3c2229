"""The command line: one module a command; the only writer of standard output and error."""
