"""The roster: who is to take which course, in which team and place, and by when."""
