"""`python -m protectcourse`."""

from protectcourse.cli.main import main

main()
