"""For trainers: what helps to write, check and use a course."""
