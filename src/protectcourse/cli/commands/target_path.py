"""The sort of option that says where something is written."""

from pathlib import Path
from typing import Any

import click


class TargetPath(click.Path):
    """A file or a folder to write to. A name that ends like a folder's has to be one."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path. Raises BadParameter for a folder that is not there."""
        if isinstance(value, str) and value.endswith(("/", "\\")) and not Path(value).is_dir():
            self.fail(f"there is no folder {value} Make it first.", param, ctx)
        return super().convert(value, param, ctx)
