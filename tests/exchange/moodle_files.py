"""Moodle XML as Moodle writes it, around a question."""

USUAL = """
    <defaultgrade>1.0000000</defaultgrade>
    <penalty>0.3333333</penalty>
    <hidden>0</hidden>
    <idnumber>{idnumber}</idnumber>
"""


def moodle_file(*questions: str) -> bytes:
    """Return a file of the questions."""
    inner = "\n".join(questions)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{inner}\n</quiz>\n'.encode()


def asked(kind: str, inner: str, *, name: str = "Gate", idnumber: str = "", stem: str = "") -> str:
    """Return a question of a kind."""
    stem = stem or "<p>Who lets <b>her</b> in?</p>"
    return f"""<!-- question: 7  -->
  <question type="{kind}">
    <name><text>{name}</text></name>
    <questiontext format="html"><text><![CDATA[{stem}]]></text></questiontext>
    <generalfeedback format="html"><text></text></generalfeedback>
    {USUAL.format(idnumber=idnumber)}
    {inner}
  </question>"""


def answer(text: str, fraction: str, feedback: str = "", more: str = "") -> str:
    """Return an answer."""
    return f"""<answer fraction="{fraction}" format="html">
      <text><![CDATA[{text}]]></text>
      <feedback format="html"><text>{feedback}</text></feedback>{more}
    </answer>"""
