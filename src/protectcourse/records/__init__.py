"""For organisations: completion records, signed and checked."""
