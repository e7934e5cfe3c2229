"""A completion record as one page: for A4, offline, without JavaScript, each word escaped."""

from datetime import date
from html import escape
from string import Template

from protectcourse.records.completion_record import CompletionRecord, UnitDone
from protectcourse.records.signing import fingerprint
from protectcourse.records.wording import HEADING, facts, statements, unit_words

PAGE = Template("""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>$heading: $title</title>
<style>
@page { size: A4; margin: 20mm; }
:root { color-scheme: light; }
body {
  max-width: 42rem; margin: 2rem auto; padding: 0 1rem;
  font: 1rem/1.5 Georgia, "Times New Roman", serif; color: #111; background: #fff;
}
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 0.25rem; }
h2 { font-size: 1.15rem; margin: 1.75rem 0 0.5rem; break-after: avoid; }
p { margin: 0.5rem 0; }
.course { font-size: 1.25rem; }
.said { border: 1px solid #111; padding: 0.5rem 1rem; break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0; border-bottom: 1px solid #777; }
th { width: 14rem; padding-right: 1rem; font-weight: bold; }
table { border-collapse: collapse; width: 100%; }
tr, li { break-inside: avoid; }
td, li, p { overflow-wrap: anywhere; }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; } }
</style>
</head>
<body>
<main>
<h1>$heading</h1>
<p class="course" lang="$language">$title</p>
<div class="said">
$statements
</div>
<h2>What is recorded</h2>
<table>
$facts
</table>
<h2>What was done</h2>
<ul>
$units
</ul>
<h2>How to check it</h2>
<p>This page can be changed by anyone who has it. What can be checked is the signed file that was
written with it, whose name ends in <code>.pcdone</code>: open a terminal where that file is, and
type <code>protectcourse verify</code> and the name of the file. The answer must name this key:</p>
<p><code>$key</code></p>
</main>
</body>
</html>
""")


def completion_page(record: CompletionRecord, public_key: str, today: date) -> str:
    """Return the page of a record signed with a key."""
    rows = (_row(label, words) for label, words in facts(record, today))
    units = (_item(unit, record.language) for unit in record.units)
    return PAGE.substitute(
        heading=escape(HEADING),
        title=escape(record.title),
        language=escape(record.language),
        statements="\n".join(f"<p>{escape(words)}</p>" for words in statements(record)),
        facts="\n".join(rows),
        units="\n".join(units),
        key=escape(fingerprint(public_key)),
    )


def _row(label: str, words: str) -> str:
    return f'<tr><th scope="row">{escape(label)}</th><td>{escape(words)}</td></tr>'


def _item(unit: UnitDone, language: str) -> str:
    """Return a unit that was done; its title is in the language of the course."""
    if not unit.sort:
        return f"<li>{escape(unit_words(unit))}</li>"
    title = f'<span lang="{escape(language)}">{escape(unit.title)}</span>'
    return f"<li>{escape(unit.sort)}: {title}</li>"
