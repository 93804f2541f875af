"""The short way to every command: `inv --list` shows them.

What each does stands in `plugins/kohtaamo/tasks/`, by what it is about.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
# Of this folder's own program, whichever one its Python has installed.
sys.path.insert(0, str(ROOT / "plugins"))

from kohtaamo.tasks.all import every_task  # noqa: E402

namespace = every_task(ROOT)
