"""What a course is: models, strict reading with positions, checking, compiling, opening."""
