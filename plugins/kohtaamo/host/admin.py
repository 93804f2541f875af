"""What editing by form needs beside the content: its program, fetched before, and a forge."""

from hashlib import sha256
from pathlib import Path

from kohtaamo.host.faults import NoForm
from kohtaamo.model.network import Network
from kohtaamo.publish.admin.forge import Backend, backend_of
from kohtaamo.publish.admin.packages import PACKAGES
from kohtaamo.publish.admin.setting import Admin


def backend_for(network: Network, admin: Admin) -> Backend:
    """The forge of a network; NoForm where it does not say where its repository is."""
    backend = backend_of(network.identity.repository, admin)
    if backend is None:
        raise NoForm(
            "Asetus ADMIN on päällä, mutta network.yml ei kerro, missä tiedostot ovat. Kirjoita"
            " kenttään repository palvelu (forge) ja osoite (url), tai ota asetus pois."
        )
    return backend


def program_in(folder: Path) -> dict[str, bytes]:
    """The program by the address of each file; NoForm where one is missing or not the right one."""
    found = {}
    for package in PACKAGES:
        for packed in package.files:
            try:
                content = (folder / package.folder / packed.path).read_bytes()
            except OSError:
                raise NoForm(_missing(folder)) from None
            if sha256(content).hexdigest() != packed.digest:
                raise NoForm(_missing(folder))
            found[packed.served] = content
    return found


def _missing(folder: Path) -> str:
    return (
        f"Asetus ADMIN on päällä, mutta lomakkeen ohjelma puuttuu kansiosta {folder} tai on eri"
        " versio. Hae se komennolla inv fetch-admin, tai ota asetus pois."
    )
