"""Reports for whoever coordinates a course: values, then the same as text, CSV, XLSX and HTML."""
