"""A unit or a course on paper: for its reviewer, for learners in a room, for who leads it."""
