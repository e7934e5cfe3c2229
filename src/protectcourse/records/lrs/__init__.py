"""Sends statements to a learning record store (LRS), each until it is there (records.md §6)."""
