"""Makes `shingles.bin` anew: `python tests/course/lints/make_shingles.py ARTICLE.txt`.

The article itself is no part of the program; only hashes of its words and runs of words are.
"""

import sys
from pathlib import Path

from protectcourse.course.lints import shingles
from protectcourse.course.lints.shingles import SPECIMEN, make_shingles

if __name__ == "__main__":
    made = make_shingles(Path(sys.argv[1]).read_text("utf-8"), SPECIMEN)
    Path(shingles.__file__).with_name("shingles.bin").write_bytes(made)
    sys.stdout.write(f"{len(made)} bytes\n")
