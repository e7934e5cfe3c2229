"""`protectcourse handout` as a trainer calls it: for learners, and for whoever leads."""

from pathlib import Path

from course_files import CASE, GRAVE_LESSON, QUIZ, write_course
from program import run

FINAL = QUIZ.replace("title: Visitors", "title: Visitors\npool: final")


def test_a_handout_is_for_learners(tmp_path: Path) -> None:
    """Not one reason is in it."""
    files = write_course(tmp_path)
    assert files.quizzes is not None

    shown = run("handout", files.quizzes / "visitors.yaml")

    assert shown.returncode == 0
    assert "Someone you do not know waits at the locked door." in shown.stdout
    assert "Walk along with them to the desk" in shown.stdout
    assert "The desk can check" not in shown.stdout


def test_a_final_is_not_printed_unasked(tmp_path: Path) -> None:
    """Alone it is refused; in a course its place is kept without its questions."""
    files = write_course(tmp_path, quiz=FINAL)
    assert files.quizzes is not None
    final = files.quizzes / "visitors.yaml"

    refused = run("handout", final)
    course = run("handout", files.lessons)
    asked = run("handout", final, "--with-final")

    assert (refused.returncode, refused.stdout) == (2, "")
    assert "--with-final" in refused.stderr
    assert course.returncode == 0
    assert "are not printed here" in course.stdout
    assert "locked door" not in course.stdout
    assert "locked door" in asked.stdout


def test_the_short_form_is_printed_on_demand(tmp_path: Path) -> None:
    """For a group that does not need the detail."""
    files = write_course(tmp_path, lesson=GRAVE_LESSON)

    short = run("handout", files.lessons / "01-welcome.yaml", "--short")

    assert "in a few words" in short.stdout
    assert "in every detail" not in short.stdout


def test_a_plan_is_for_whoever_leads(tmp_path: Path) -> None:
    """It has a name of its own, lest it be handed out."""
    files = write_course(tmp_path, case=CASE)

    plan = run("handout", files.lessons, "--plan", "90", "--format", "html", cwd=tmp_path)
    half = run("handout", files.lessons, "--plan", "half-day")

    assert plan.stdout == "Written: demo-plan-90.html\n"
    page = (tmp_path / "demo-plan-90.html").read_text(encoding="utf-8")
    assert "not for learners" in page
    assert "Start from the people concerned" in page
    assert half.returncode == 0
    assert "Break" in half.stdout


def test_a_plan_that_cannot_be_made_says_why(tmp_path: Path) -> None:
    """And what a plan needs."""
    grave = GRAVE_LESSON.replace("S2", "S3")
    path = tmp_path / "lesson.yaml"
    path.write_text(grave, encoding="utf-8")

    refused = run("handout", path, "--plan", "90")

    assert refused.returncode == 3
    assert "fit to be worked on in a room" in refused.stderr
    assert "A plan needs" in refused.stderr
