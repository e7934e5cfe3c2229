"""An interactive course on protection from forced return, in the terminal."""

__version__ = "0.1.0"
