"""Settings as choices."""

from protectcourse.study.display.setting_offers import (
    colour_offer,
    language_offer,
    plain_offer,
)


def test_the_present_value_is_chosen() -> None:
    """Enter then changes nothing."""
    languages = {"en": "English", "fr": "français"}

    assert language_offer(languages, "fr").chosen == "fr"
    assert plain_offer("yes").chosen == "yes"
    assert colour_offer([("dark", "Dark")], "dark").chosen == "dark"


def test_a_value_that_is_gone_is_not_chosen() -> None:
    """A learner's file may come from another version."""
    assert language_offer({"en": "English"}, "tlh").chosen is None
    assert plain_offer(None).chosen is None
