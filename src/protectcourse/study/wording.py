"""The words for marks, ratings and states: a sign and a word each, never a colour alone."""

RATINGS = {
    "best": "✓ best",
    "acceptable": "~ acceptable",
    "harmful": "✗ harmful",
    "red_line": "✗✗ red line",
}
OUTCOMES = {"good": "a good ending", "mixed": "a mixed ending", "bad": "a bad ending"}
SURENESS = {1: "guessing", 2: "fairly", 3: "sure"}
SORTS = {"lesson": "lesson", "case": "case", "quiz": "quiz"}
SOURCE_KINDS = {
    "treaty": "treaty",
    "un-body": "UN body",
    "court": "court",
    "government": "government",
    "advocacy": "advocacy organisation",
    "academic": "academic",
    "press": "press",
    "course": "this course",
}
SOURCE_STATUS = {
    "confirmed": "confirmed",
    "partly": "partly confirmed",
    "article-only": "only the article says so",
    "unconfirmed": "not confirmed",
}
BAR_WIDTH = 10


def bar(done: int, total: int, width: int = BAR_WIDTH) -> str:
    """Return a bar of blocks; it always stands beside the same figures in words."""
    full = round(width * done / total) if total else 0
    return "█" * full + "░" * (width - full)
