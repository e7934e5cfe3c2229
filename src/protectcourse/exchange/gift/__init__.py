"""GIFT, the text format of Moodle's: read and written."""
