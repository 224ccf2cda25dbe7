"""`python -m tests.catalogue --update | --check`: bring the catalogue up to date, or say what it lacks."""

import argparse
import sys

from tests.catalogue.faults import faults, strings
from tests.catalogue.file import FILE, merged, read, write
from tests.catalogue.sources import wanted


def main() -> int:
    """Carry out the command line and return the exit code: 1 where something is missing."""
    parser = argparse.ArgumentParser(prog="python -m tests.catalogue", description=__doc__)
    parser.add_argument("--update", action="store_true", help="write the catalogue and its compiled form")
    parser.add_argument("--check", action="store_true", help="list what is missing, write nothing")
    asked = parser.parse_args()
    if not (asked.update or asked.check):
        parser.error("--update or --check")
    old = read()
    new = merged(old, wanted())
    if asked.update:
        write(new)
    stale = [message for message in old if message.id and strings(message)[0] not in new]
    lacking = [f"{strings(each)[0]!r}: {fault}" for each in new if each.id for fault in faults(each)]
    lacking += [f"{strings(each)[0]!r}: obsolete" for each in stale if not asked.update]
    print("\n".join(lacking))
    print(f"{FILE.name}: {len(new)} strings, {len(stale)} obsolete, {len(lacking)} faults", file=sys.stderr)
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
