"""What a learner reads and chooses from, in words and in order; a front end draws it and asks."""
