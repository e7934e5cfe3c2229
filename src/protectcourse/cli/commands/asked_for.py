"""What the options before a command ask for."""

import os
from pathlib import Path

import click

from protectcourse.locations import data_folder


def data_folder_of(context: click.Context) -> Path:
    """Return the folder for the learner's data."""
    return data_folder(context.find_root().params["data_dir"], os.environ)


def course_of(context: click.Context) -> str | None:
    """Return the course that `--course` names, None for all that there are."""
    course: str | None = context.find_root().params["course"]
    return course
