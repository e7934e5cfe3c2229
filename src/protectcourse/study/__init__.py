"""Sessions: what stands between a learner and marking, saving and moving on."""
