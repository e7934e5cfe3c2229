"""Questions and marking: what is asked, how an answer is judged, what comes of an attempt."""
