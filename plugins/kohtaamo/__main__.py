"""`python -m kohtaamo` is the `kohtaamo` command."""

import sys

from kohtaamo.commands.main import main

if __name__ == "__main__":
    sys.exit(main())
