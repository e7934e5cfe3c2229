"""Whether a text says whose view it gives."""

import re
from collections.abc import Iterable

from protectcourse.course.models import Source

_SAYS = (
    r"(?:argu(?:e|es|ed|ing)|(?:holds?|held)(?= that\b| in \d| it\b| the\b)|writes?|wrote|written"
    r"|says?|said|states?|stated"
    r"|claims?|claimed|reports?|reported|maintains?|maintained|contends?|contended|believes?"
    r"|believed|infers?|inferred|concludes?|concluded|estimates?|estimated|denie[sd]|rejects?"
    r"|rejected|asserts?|asserted|suggests?|suggested|explains?|explained|calls it|called it)"
)
"""What only a speaker does."""
_DOES = (
    r"(?:judges?|judged|asks?|asked|calls?|called|sees|saw|means|meant|names?|named|gives|gave|adds?"
    r"|added|traces?|traced|considers?|considered|notes?|noted|told|finds?|found|puts?|draws?|drew"
    r"|makes|made|takes|took|expects?|expected|counts?|counted|wants?|wanted|rests)"
)
"""What a speaker does among others: it counts where the speaker is named."""
_SPEAKER = (
    r"(?:author|article|writer|study|report|court|judgment|inquiry|experts?|committee|commissioner"
    r"|ministry|spokes\w+|rapporteur|agency|handbook|scholars?|jurists?|analysts?|critics?|lawyers?"
    r"|unhcr)"
)
_WHO = r"(?:she|he|they|some|others|government|china|north korea|south korea|states?|office)"
_PHRASE = (
    r"according to|in (?:the )?[\w’' ]{2,40}(?:['’]s|s['’]) (?:\w+ )?(?:view|account|words|estimate"
    r"|opinion|reading|eyes|argument|judgment)"
    r"|(?:in|by|on|as) (?:her|his|its|their|that|this|the (?:author|article)(?:['’]s)?)"
    r" (?:own )?(?:view|account|estimate|words|reading|opinion|article|argument|report)"
    r"|by the article|as the (?:article|author|\w+ committee|handbook)"
    r"|stated (?:view|position)|\bview (?:is|of|was)\b|position (?:is|of|was)|['’]s (?:stated )?"
    r"(?:view|position|argument|account|claim|estimate|answer|reply|point)\b"
    r"|an? (?:estimate|argument|view|claim) of"
)


class Attributions:
    """Recognises who speaks, by the names of a course's sources and by the words for speakers."""

    def __init__(self, sources: Iterable[Source]) -> None:
        names = {name for source in sources for name in _names(source)}
        named = "".join(f"|{re.escape(name)}" for name in sorted(names, key=len, reverse=True))
        speaker = rf"(?:{_SPEAKER}{named})"
        self._pattern = re.compile(
            rf"\b(?:{_PHRASE})"
            rf"|\b{speaker}\b[^.;?!]{{0,60}}?\b(?:{_SAYS}|{_DOES})\b"
            rf"|\b{_WHO}\b[^.;?!]{{0,40}}?\b{_SAYS}\b"
            rf"|\b(?:{_SAYS}|{_DOES})\b[^.;?!]{{0,30}}?\b(?:by|from) (?:the )?{speaker}\b"
            rf"|\b(?:for|with|after) (?:the )?(?:author{named})\b",
            re.IGNORECASE,
        )

    def attributed(self, text: str) -> bool:
        """Say whether a plain text names somebody who says it."""
        return self._pattern.search(text) is not None


def _names(source: Source) -> list[str]:
    """Return the names under which a source is spoken of: surname, body, first word of `short`."""
    names = []
    if source.author:
        names += [
            part.split()[-1].strip(".") for part in re.split(r",| and ", source.author) if part
        ]
    if source.body:
        names.append(source.body)
    return [name for name in names if len(name) > 1]
