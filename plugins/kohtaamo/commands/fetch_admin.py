"""`kohtaamo fetch-admin`: the program behind editing by form, from the npm registry.

npm fetches the archives as it is set up on this machine, and none of their scripts is run. Of an
archive whose digest is the pinned one, the files that are served are kept, and nothing else.
`kohtaamo forge publish` fetches it too, where the settings ask for editing by form.
"""

import shutil
import subprocess
import sys
import tarfile
from base64 import b64encode
from hashlib import sha512
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from kohtaamo.host.admin import program_in
from kohtaamo.host.faults import NoForm
from kohtaamo.host.run import settings_of
from kohtaamo.host.settings import MEMORY_PATH
from kohtaamo.publish.admin.packages import PACKAGES, Package


class NotFetched(Exception):
    """A package did not come, or is not the one that was chosen; the sentence says what to do."""


def run_fetch_admin(output: str) -> int:
    """Fetch every package into `output`; 0, or 1 after saying why not."""
    folder = Path(output)
    try:
        for package in PACKAGES:
            unpack(package, _fetched(package), folder)
    except NotFetched as fault:
        print(fault, file=sys.stderr)
        return 1
    except OSError as fault:
        print(f"Kansioon {folder} ei voi kirjoittaa: {fault.strerror}.", file=sys.stderr)
        return 1
    print(
        f"Lomakkeen ohjelma on kansiossa {folder}. Lomake tulee sivustoon asetuksella ADMIN = True."
    )
    return 0


def fetch_where_asked(settings: Path) -> int:
    """Fetch what a build with these settings needs; 0 too where it needs nothing or has it all."""
    chosen = settings_of(settings) if settings.is_file() else {}
    if not chosen.get("ADMIN"):
        return 0
    folder = Path(chosen.get("MEMORY_PATH") or MEMORY_PATH, "admin")
    try:
        program_in(folder)
    except NoForm:
        return run_fetch_admin(str(folder))
    return 0


def unpack(package: Package, archive: bytes, folder: Path) -> None:
    """Keep the files of an archive that are served; NotFetched for another archive."""
    if b64encode(sha512(archive).digest()).decode() != package.integrity:
        raise NotFetched(
            f"Paketti {package.name} {package.version} ei ole se, joka on valittu: sen tarkiste on"
            " eri. Mitään ei otettu käyttöön. Kokeile myöhemmin uudelleen, ja jos tarkiste on yhä"
            " eri, kerro siitä Kohtaamon ylläpitäjille."
        )
    with tarfile.open(fileobj=BytesIO(archive), mode="r:gz") as packed:
        for file in package.files:
            member = packed.extractfile(f"package/{file.path}")
            if member is None:
                raise NotFetched(f"Paketissa {package.name} ei ole tiedostoa {file.path}.")
            path = folder / package.folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            # Whole or not at all: a build may read it meanwhile.
            new = path.with_name(path.name + ".new")
            new.write_bytes(member.read())
            new.replace(path)


def _fetched(package: Package) -> bytes:
    """The archive, as npm gives it."""
    npm = shutil.which("npm")
    if npm is None:
        raise NotFetched("Ohjelmaa npm ei ole. Asenna Node.js, niin npm tulee sen mukana.")
    with TemporaryDirectory() as into:
        asked = f"{package.name}@{package.version}"
        done = subprocess.run(
            [npm, "pack", asked, "--ignore-scripts", "--silent", "--pack-destination", into],
            capture_output=True,
            text=True,
            check=False,
            # Where no settings of a project are.
            cwd=into,
        )
        archives = sorted(Path(into).glob("*.tgz"))
        if done.returncode or len(archives) != 1:
            said = done.stderr.strip().splitlines()[-1:] or ["npm ei kertonut syytä"]
            raise NotFetched(
                f"Pakettia {asked} ei saatu: {said[0]}. Tarkista verkkoyhteys ja npm:n asetukset."
            )
        return archives[0].read_bytes()
