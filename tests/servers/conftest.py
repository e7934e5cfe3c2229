"""What real servers need, installed once in a session of tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lrs_learners import everybody
from lrs_servers import install_node_packages, install_python_packages
from lrs_statements import of_every_kind
from postgres_server import RunningPostgres, running_postgres


@pytest.fixture(scope="session")
def node_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the strict server and the validator."""
    return install_node_packages(tmp_path_factory.getbasetemp() / "node-packages")


@pytest.fixture(scope="session")
def lax_python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the lax server and its models."""
    return install_python_packages(tmp_path_factory.getbasetemp() / "lax-server")


@pytest.fixture(scope="session")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Give statements of every kind, of learners who did one of everything."""
    place = tmp_path_factory.mktemp("learners")
    return [one for learner in everybody(place, 3) for one in of_every_kind(learner)]


@pytest.fixture(scope="session")
def postgres() -> Iterator[RunningPostgres]:
    """Run a PostgreSQL; each test makes databases of its own."""
    with running_postgres() as server:
        yield server
