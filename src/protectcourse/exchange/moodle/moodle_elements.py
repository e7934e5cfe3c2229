"""The elements that Moodle's questions are made of, as ElementTree writes them."""

from xml.etree.ElementTree import Comment, Element, SubElement

from protectcourse.exchange.moodle.moodle_notes import Notes, comment_of, fits_tag, is_note
from protectcourse.exchange.moodle.moodle_text import for_moodle
from protectcourse.exchange.remarks import Remarks, short_item
from protectcourse.plain_text import clean_text


def add_text(parent: Element, text: str) -> None:
    """Add plain text, in the element that Moodle wraps every text in."""
    SubElement(parent, "text").text = clean_text(text)


def add_written(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    """Add a text of ours in an element that says its format; return the element."""
    if text.strip():
        raw, form = for_moodle(clean_text(text))
    else:
        raw, form = "", "html"
    element = SubElement(parent, tag, {**attributes, "format": form})
    add_text(element, raw)
    return element


def add_notes(parent: Element, notes: Notes, remarks: Remarks) -> None:
    """Add notes on a question: as tags, or as comments where a tag would be cut."""
    too_long = {key for key, value in notes if not (is_note(key, value) and fits_tag(key, value))}
    tags = [note for note in notes if note[0] not in too_long]
    add_comments(parent, [note for note in notes if note[0] in too_long], remarks)
    holder = SubElement(parent, "tags") if tags else parent
    for key, value in tags:
        add_text(SubElement(holder, "tag"), f"{key}: {value}")


def add_comments(parent: Element, notes: Notes, remarks: Remarks) -> None:
    """Add notes as comments."""
    for key, value in notes:
        if is_note(key, value) and clean_text(value) == value:
            parent.append(Comment(comment_of(key, value)))
        else:
            remarks.lost(f"Not carried: {key} “{short_item(value)}”.")
