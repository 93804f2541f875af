"""Nothing is kept of output folders that are gone."""

from pathlib import Path

from kohtaamo.host.memory.tidy import forget_the_gone, note_output


def test_only_memories_of_folders_that_are_gone_go(tmp_path: Path) -> None:
    memories, there, gone = tmp_path / "memories", tmp_path / "there", tmp_path / "gone"
    for folder in (there, memories / "of-there", memories / "of-gone", memories / "notes"):
        folder.mkdir(parents=True)
    (memories / "letter.txt").write_text("mine")
    note_output(memories / "of-there", there)
    note_output(memories / "of-gone", gone)

    forget_the_gone(memories)

    assert sorted(each.name for each in memories.iterdir()) == ["letter.txt", "notes", "of-there"]


def test_a_folder_that_is_not_there_is_no_fault(tmp_path: Path) -> None:
    forget_the_gone(tmp_path / "memories")

    assert list(tmp_path.iterdir()) == []
