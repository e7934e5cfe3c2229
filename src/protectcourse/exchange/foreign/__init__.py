"""What the readers of all formats share: text, ids, and what is made of a question."""
