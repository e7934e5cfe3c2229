"""A script put into an author's file."""

from pathlib import Path

import pytest
from case_plays import FOLDER
from course_files import CASE, QUIZ
from hypothesis import given
from hypothesis import strategies as st

from protectcourse.authoring.trying.rehearsal import rehearse
from protectcourse.authoring.trying.script_writing import Script, add_script, check_name
from protectcourse.errors import ContentError

ASKED = Script("asks_first", ("ask_safe",), "heard")
RIVER = (FOLDER / "river_post.yaml").read_text(encoding="utf-8")


def written(folder: Path, text: str) -> Path:
    """Return a file with this text, byte for byte."""
    path = folder / "case.yaml"
    path.write_bytes(text.encode("utf-8"))
    return path


def test_the_first_script_comes_with_its_heading(tmp_path: Path) -> None:
    """Most files have no `tests:` yet."""
    path = written(tmp_path, CASE)

    line = add_script(path, ASKED)

    added = "tests:\n  asks_first:\n    play: [ask_safe]\n    expect: heard\n"
    assert path.read_text(encoding="utf-8") == CASE + added
    assert path.read_text(encoding="utf-8").splitlines()[line - 1] == "  asks_first:"


def test_comments_and_every_other_character_stay(tmp_path: Path) -> None:
    """The file is the author's, with all that they have noted in it."""
    path = written(tmp_path, RIVER)
    script = Script(
        "blurted", ("sergeant", "explain", "leaving", "enough", "thin", "refer_all"), "exposed"
    )

    add_script(path, script)

    after = path.read_text(encoding="utf-8")
    assert after.startswith(RIVER)
    [file] = rehearse(path)
    assert [one.name for one in file.scripts] == ["model", "ran_out", "blurted"]
    assert not file.has_failed


@pytest.mark.parametrize(
    "tests",
    [
        "tests:\n    first:\n        play: ask_safe\n        expect: heard\n",
        "tests:   # mine\n  first:\n    play: [ask_safe]   # quick\n    expect: heard\n\n\n",
        "tests:\n",
        "tests:\n  first: {play: [ask_safe], expect: heard}\n  # and more to come\n",
    ],
    ids=["deep", "comments", "empty", "braces"],
)
@pytest.mark.parametrize("after", ["", "\n# what follows\nminutes: 3\n"], ids=["last", "before"])
def test_a_script_finds_its_place_however_the_file_is_written(
    tmp_path: Path, tests: str, after: str
) -> None:
    """Authors indent as they like, and add keys in any order."""
    text = CASE + tests + after
    path = written(tmp_path, text)

    add_script(path, ASKED)

    lines = path.read_text(encoding="utf-8").splitlines()
    kept = iter(lines)
    assert all(line in kept for line in text.splitlines())
    names = [one.name for one in next(rehearse(path)).scripts]
    assert names[-1] == "asks_first"
    assert not next(rehearse(path)).has_failed


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_stay_as_they_are(tmp_path: Path, end: str) -> None:
    """An editor of another system wrote them; a file with both is a nuisance."""
    path = written(tmp_path, CASE.replace("\n", end).removesuffix(end))

    add_script(path, ASKED)

    data = path.read_bytes()
    assert data.count(b"\n") == CASE.count("\n") + 4
    assert data.count(b"\r") == (data.count(b"\n") if end == "\r\n" else 0)


@pytest.mark.parametrize("tests", ["tests: {}\n", "tests: {a: {play: ask_safe, expect: heard}}\n"])
def test_where_it_cannot_be_done_safely_the_lines_are_given_to_paste(
    tmp_path: Path, tests: str
) -> None:
    """The file is left alone, and the recording is not lost."""
    path = written(tmp_path, CASE + tests)

    with pytest.raises(ContentError) as refused:
        add_script(path, ASKED)

    assert path.read_text(encoding="utf-8") == CASE + tests
    assert "  asks_first:\n    play: [ask_safe]\n    expect: heard" in refused.value.hint


def test_a_file_broken_meanwhile_is_left_alone(tmp_path: Path) -> None:
    """The author went on editing while the play was recorded."""
    path = written(tmp_path, CASE + "\n  : [")

    with pytest.raises(ContentError):
        add_script(path, ASKED)

    assert path.read_text(encoding="utf-8") == CASE + "\n  : ["


def test_rights_and_links_stay(tmp_path: Path) -> None:
    """A shared file stays shared; a link goes on pointing where it did."""
    path = written(tmp_path, CASE)
    path.chmod(0o664)
    link = tmp_path / "link.yaml"
    link.symlink_to(path)

    add_script(link, ASKED)

    assert link.is_symlink()
    assert path.stat().st_mode & 0o777 == 0o664
    assert "asks_first" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "says"),
    [("Has Blanks", "cannot be the name"), ("model", "has a script `model` already, in line 211")],
)
def test_a_name_is_refused_before_anything_is_played(tmp_path: Path, name: str, says: str) -> None:
    """Nobody plays a case for ten minutes to hear that then."""
    with pytest.raises(ContentError) as refused:
        check_name(written(tmp_path, RIVER), name)

    assert says in refused.value.message
    assert refused.value.hint


words = st.text(
    st.characters(codec="utf-8", categories=("L", "N", "P", "Zs", "S")), min_size=1, max_size=40
)


@given(words.filter(lambda text: text.strip()))
def test_whatever_was_typed_is_read_again_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, typed: str
) -> None:
    """An answer may hold quotation marks, colons, `#` and any letters."""
    path = written(tmp_path_factory.mktemp("quiz"), QUIZ)

    add_script(path, Script("typed", {"no-badge": (typed,)}, "0"))

    [script] = next(rehearse(path)).scripts
    assert script.went == "cannot be played"
    assert f"`{' '.join(typed.split())}`"[:20] in script.differs
