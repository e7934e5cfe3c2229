"""Two versions of a file or a course: what changed, and what it means for people half-way."""
