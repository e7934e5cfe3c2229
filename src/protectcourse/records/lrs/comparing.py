"""Whether two statements say the same, as the standard compares them (xAPI 1.0.3, 2.3.2)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any


def is_among(ours: Mapping[str, Any], answer: Any) -> bool:
    """Say whether an LRS that was asked for a statement has answered with it.

    Some answer with the statement, as the standard says, and some with a list of one.
    """
    listed = answer.get("statements") if isinstance(answer, Mapping) else None
    answers = listed if isinstance(listed, list) else [answer]
    return any(says_the_same(ours, one) for one in answers)


def says_the_same(ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> bool:
    """Say whether an LRS holds what we sent: what it adds of its own does not count.

    Nor do titles: a definition is the activity's and not the statement's.
    """
    try:
        return _core(ours) == _core(theirs)
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


def _core(statement: Mapping[str, Any]) -> dict[str, Any]:
    about, context = statement["object"], statement.get("context", {})
    return {
        "id": statement["id"].lower(),
        "account": statement["actor"]["account"],
        "verb": statement["verb"]["id"],
        "object": (about.get("objectType", "Activity"), about["id"]),
        "result": statement.get("result", {}),
        "when": datetime.fromisoformat(statement["timestamp"]),
        "around": {
            place: sorted(one["id"] for one in _several(activities))
            for place, activities in context.get("contextActivities", {}).items()
        },
        "context": {key: value for key, value in context.items() if key != "contextActivities"},
    }


def _several(activities: Any) -> list[Any]:
    return activities if isinstance(activities, list) else [activities]
