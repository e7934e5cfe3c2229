"""Other systems' formats: banks of questions in and out."""
