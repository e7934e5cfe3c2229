"""The commands as they stand on the command line, one module for each kind of reader."""
