"""What the answers of many learners say of a question and of a test: pure functions."""
