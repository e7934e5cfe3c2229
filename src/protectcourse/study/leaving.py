"""The end of a sitting: what could not be saved is offered a place elsewhere."""

from collections.abc import Callable
from pathlib import Path
from shlex import quote

from protectcourse.clock import Clock
from protectcourse.errors import StoreError
from protectcourse.progress.rescue import rescue
from protectcourse.progress.store import Store

NOT_SAVED_AT_END = "Steps of this sitting that could not be saved: {count}."
OFFER = (
    "{problem}\nType a folder, such as a stick's, to keep a copy of all your answers there,\n"
    "or press Enter to leave without: "
)
COPIED = (
    "A copy of all your answers is in {folder}. To go on with it, start with\n"
    "  protectcourse --data-dir {quoted}"
)


def offer_copy(store: Store, clock: Clock, ask: Callable[[str], str]) -> str:
    """Offer to keep a copy elsewhere of what could not be saved; return in words what was done."""
    left_behind = problem = NOT_SAVED_AT_END.format(count=store.pending)
    while answer := ask(OFFER.format(problem=problem)).strip():
        chosen = Path(answer).expanduser().absolute()
        try:
            rescue(store, chosen, clock)
        except StoreError as error:
            problem = f"{error.message}. {error.hint}"
        else:
            return COPIED.format(folder=chosen, quoted=quote(str(chosen)))
    return left_behind
