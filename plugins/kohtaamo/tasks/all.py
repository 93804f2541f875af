"""Every task, under the one name that people type."""

from pathlib import Path

from invoke.collection import Collection

from kohtaamo.tasks import contents, contributions, locks, networks, program, sites

ROOMS = (contents, contributions, sites, networks, program, locks)


def every_task(root: Path) -> Collection:
    """The tasks for the repository in the folder `root`, in no rooms: `inv check`, `inv build`."""
    tasks = Collection()
    for room in ROOMS:
        for task in Collection.from_module(room).tasks.values():
            tasks.add_task(task)
    tasks.configure({"root": str(root)})
    return tasks
