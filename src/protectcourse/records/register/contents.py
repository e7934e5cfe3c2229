"""What stands in a register, whatever database it is in.

=========  ========================================================================================
handin     every file taken in. `verdict`: of the files of one key the first, by its day, has the
           key new, the others known. `called`: the name given in it.
set_aside  every file that was not, and why
device     every progress file heard of, with the learner and key of the first file, by its day,
           that had it
sent       which hand-in files had something of which device
learner    everybody, with the name last given; `erased_at` where they were erased
course     every version of a course heard of; where files differ, reviewed rather than draft
entry      every event, by device, number and hash; two hashes of one number are a fork. `state` is
           HELD, PRESENT or ERASED; kind to body are what the body says, empty unless it is there
voided     which events a learner's own later ones take back
roster     who is to have done what by when
certificate  every certificate issued, and when and why it was withdrawn if it was
=========  ========================================================================================

All of it but `received_at`, the ids, the roster and the certificates is worked out from the set of
files alone: in which order they came, or how often, makes no difference. Of an erased learner the
number stays, so that the next file does not bring them back, and of each event number, digest and
hash.
"""

from typing import Final

HELD: Final = 0
PRESENT: Final = 1
ERASED: Final = 2
VOIDED: Final = "voided"
"""The kind of an event by which a learner's computer takes an earlier one back."""
KEY_KNOWN: Final = "valid and the key known"
KEY_NEW: Final = "valid, key new"
LEARNER_ERASED: Final = "erased"
