"""Banks as sheets, one row a question: CSV and XLSX."""
