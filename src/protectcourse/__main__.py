"""`python -m protectcourse`."""

from protectcourse.cli.entry import main

main()
