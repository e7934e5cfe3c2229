"""Every rule that a course is held to: what it asks for, why, and how to follow it."""
