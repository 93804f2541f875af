"""The networks as anybody builds them: `kohtaamo build` into a folder."""

from collections.abc import Mapping
from pathlib import Path

from tests.conftest import kohtaamo_build
from tests.judges.engines.networks import CONTENTS
from tests.judges.generated.network import SERIES, write_network


def built_networks(folder: Path) -> Mapping[str, tuple[Path, Path]]:
    """Content and output of every network by name, the generated one last."""
    generated = folder / "generated-content"
    made_up = write_network(generated)
    kept = len(made_up.dates)
    print(f"{kept} series generated, {made_up.refused} refused by the checks")
    if kept != SERIES:
        raise ValueError(f"{SERIES} series were to be generated, {kept} are left")
    made = {}
    for name, content in {**CONTENTS, "generated": generated}.items():
        kohtaamo_build(content, folder / name)
        made[name] = (content, folder / name)
    return made
