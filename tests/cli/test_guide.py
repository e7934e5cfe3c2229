import pytest
from program import PROGRAM, run
from terminal import Terminal


def test_the_guides_are_listed() -> None:
    """Whoever types the bare word sees what there is."""
    done = run("guide")

    assert done.returncode == 0
    for name in ("authoring", "questions", "cases", "checks"):
        assert f"protectcourse guide {name}" in done.stdout


def test_a_guide_is_printed_whole_into_a_file_or_a_pipe() -> None:
    """It can be printed on paper, or searched."""
    done = run("guide", "cases")

    assert done.returncode == 0
    assert done.stdout.startswith("# Write a case\n")
    assert "type: hub" in done.stdout


def test_words_of_a_heading_show_that_section_only() -> None:
    """A recipe is looked up, not read through."""
    done = run("guide", "cases", "an", "interview")

    assert done.stdout.startswith("## Recipe: an interview\n")
    assert "type: checklist" not in done.stdout


@pytest.mark.parametrize(
    ("words", "says"),
    [(["case"], "Did you mean `cases`?"), (["cases", "bananas"], "Recipe: an interview")],
)
def test_what_is_not_there_is_told_with_what_is(words: list[str], says: str) -> None:
    """A wrong word leads on."""
    done = run("guide", *words)

    assert done.returncode == 2
    assert says in done.stderr


def test_in_a_terminal_a_long_guide_stops_at_each_page() -> None:
    """Three hundred lines must not fly past."""
    with Terminal([*PROGRAM, "guide", "cases"], env={"PAGER": "more"}) as terminal:
        terminal.wait_for("Write a case")
        shown = terminal.text()
        terminal.press("q")
        code = terminal.exit_code()

    assert "Recipe: time in the story" not in shown
    assert code == 0
