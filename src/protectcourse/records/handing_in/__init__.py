"""The hand-in file: what a learner passes on to an organisation, and how it is read there."""
