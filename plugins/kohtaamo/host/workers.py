"""Work shared among processes: forked, so that all of them hold what this one holds already.

Where a process cannot be forked (Windows, a process with threads, one core) the same work is done
here, with the same results.
"""

import os
import pickle
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from kohtaamo.host.faults import ProcessLost

Result = TypeVar("Result")
_NUMBER = 4


def processes() -> int:
    """How many processes this one may work with: its cores, or 1 where it cannot be forked."""
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def share(
    tasks: Sequence[Callable[[], Result]], count: int, done: Callable[[int], None] | None = None
) -> list[Result]:
    """The result of every task, in their order; each runs in one of `count` processes.

    A process takes the next task as soon as it is free, so long tasks should come first. What a
    task raises is raised here; `done` is told how many tasks have been begun by this process.
    """
    count = min(count, len(tasks))
    if count <= 1:
        return _here(tasks, done)
    reading, writing = os.pipe()
    # A pipe holds far more numbers (64 kB) than there are tasks; each is read by one process.
    os.write(writing, b"".join(n.to_bytes(_NUMBER, "little") for n in range(len(tasks))))
    os.close(writing)
    children = [_fork(tasks, reading) for _ in range(count - 1)]
    found: dict[int, Result] = {}
    try:
        found.update(_take(tasks, reading, done))
    finally:
        os.close(reading)
        answers: list[Mapping[int, Result] | BaseException] = [_answer(*each) for each in children]
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
        found.update(answer)
    return [found[number] for number in range(len(tasks))]


def beside(task: Callable[[], Result]) -> Callable[[], Result]:
    """Begin a task in another process; the function that is returned waits for its result.

    Where there is one process only, the task is done when its result is asked for.
    """
    if processes() == 1:
        return task
    reading, writing = os.pipe()
    os.write(writing, bytes(_NUMBER))
    os.close(writing)
    child = _fork([task], reading)
    os.close(reading)

    def result() -> Result:
        answer: Mapping[int, Result] | BaseException = _answer(*child)
        if isinstance(answer, BaseException):
            raise answer
        return answer[0]

    return result


def _here(
    tasks: Sequence[Callable[[], Result]], done: Callable[[int], None] | None
) -> list[Result]:
    results = []
    for number, task in enumerate(tasks, start=1):
        results.append(task())
        if done is not None:
            done(number)
    return results


def _take(
    tasks: Sequence[Callable[[], Result]], reading: int, done: Callable[[int], None] | None
) -> Iterator[tuple[int, Result]]:
    """Do tasks until none is left."""
    while written := os.read(reading, _NUMBER):
        number = int.from_bytes(written, "little")
        yield number, tasks[number]()
        if done is not None:
            done(number + 1)


def _fork(tasks: Sequence[Callable[[], Result]], reading: int) -> tuple[int, int]:
    """A process that works too; its number, and where its answer will be read."""
    answers, own_end = os.pipe()
    process = os.fork()
    if process:
        os.close(own_end)
        return process, answers
    try:
        os.close(answers)
        with os.fdopen(own_end, "wb") as file:
            file.write(_pickled(lambda: dict(_take(tasks, reading, None))))
    finally:
        # Nothing of this copy may run on: no caller, no clearing up.
        os._exit(0)


def _pickled(work: Callable[[], Mapping[int, Result]]) -> bytes:
    """What work gives or raises, for the process that asked for it and for nobody else."""
    try:
        return pickle.dumps(work(), pickle.HIGHEST_PROTOCOL)
    except BaseException as error:  # noqa: BLE001 - raised again where it was asked for
        return pickle.dumps(error, pickle.HIGHEST_PROTOCOL)


def _answer(process: int, reading: int) -> Mapping[int, Result] | BaseException:
    with os.fdopen(reading, "rb") as file:
        written = file.read()
    os.waitpid(process, 0)
    if not written:
        return ProcessLost()
    answer: Mapping[int, Result] | BaseException = pickle.loads(written)  # noqa: S301 - our own
    return answer
