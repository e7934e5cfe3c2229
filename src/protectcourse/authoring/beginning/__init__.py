"""Begins courses, lessons, quizzes and cases from templates."""
