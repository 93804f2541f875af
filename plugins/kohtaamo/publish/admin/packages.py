"""The program behind the form: which files of which packages, each known by its digest.

The packages are fetched by `kohtaamo fetch-admin`; a build serves no file whose bytes are others.
Another version means other digests here, and a look at what the form then writes
(`tests/publish/admin/`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of a package, its address under `/admin/`, and its SHA-256.

    `instead` are texts of it that are served as others: each stands in it just once.
    """

    path: str
    served: str
    digest: str
    instead: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Package:
    """A version on npm; `integrity` is what the registry says of its archive (SHA-512, base64)."""

    name: str
    version: str
    integrity: str
    files: tuple[Packed, ...]

    @property
    def folder(self) -> str:
        """Where its files are kept."""
        return f"{self.name.replace('/', '-').lstrip('@')}-{self.version}"


_SANS = "source-sans-3-latin-wght-normal-BqRLTx4X.woff2"
_MONO = "noto-mono-latin-400-normal-DiC8lJru.woff2"
_ICONS = "material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2"

SVELTIA = Package(
    name="@sveltia/cms",
    version="0.221.1",
    integrity=(
        "J+Qoik9kGMk2L7vNpOQrnDmFRi+NB6vwJ0f657YtsxWH0P8WYSYRRSRC2pQ/jGGbVlM//Pg/WIgmkpswqoo3gQ=="
    ),
    files=(
        Packed(
            "npm/index.js",
            "sveltia/index.js",
            "a66e2d91fab6fc23abdcc3f60ca5e0fc711fa89e62ed33a3fd76b95c4c7ca30a",
            instead=(
                # No server says of JSON that it is a module.
                ("../locales/fi.json", "../locales/fi.js"),
                ("../locales/sv.json", "../locales/sv.js"),
                (f"assets/{_SANS}", _SANS),
                (f"assets/{_MONO}", _MONO),
                (f"assets/{_ICONS}", _ICONS),
                # Our reader is told the path too: a file's translations go into its own folder.
                ("if(c)return c(e);if(s===`raw`)", "if(c)return c(e,t);if(s===`raw`)"),
                # ä is a in our file names, not ae; it knows so of Swedish, and nothing of Finnish.
                ("lpe.includes(n)?n:void 0", "lpe.includes(n)?n:`sv`"),
            ),
        ),
        Packed(
            "npm/chunks/react-B5rWoXIC.js",
            "sveltia/chunks/react-B5rWoXIC.js",
            "e9d1d6f2146196eb0db1434ae83b8a5ee1032a95603bc1926c3ad91fc918f4a1",
        ),
        Packed(
            f"npm/assets/{_SANS}",
            f"sveltia/{_SANS}",
            "7a19a7027e125257d310c6dbd78ae3a30b5ea1e3794d60b12bb28227a003bfda",
        ),
        Packed(
            f"npm/assets/{_MONO}",
            f"sveltia/{_MONO}",
            "2787a2983d94072a2c6262b1992a2642519800a889bd90ca1042d04a89852d58",
        ),
        Packed(
            f"npm/assets/{_ICONS}",
            f"sveltia/{_ICONS}",
            "98db9feefa170bf76e9c19d19af6dd62054165efc89c4b506c361e069719e884",
        ),
        Packed(
            "npm/assets/source-sans-3.LICENSE.txt",
            "sveltia/source-sans-3.LICENSE.txt",
            "18aabf190848725e2576eefb5c29ba06aac1029d02132252a7f312eac2e50cf3",
        ),
        Packed(
            "npm/assets/noto-mono.LICENSE.txt",
            "sveltia/noto-mono.LICENSE.txt",
            "0dab92d0544f7b233403f14b84a663bdbfa746982eda629e7f4f9ffe1b036feb",
        ),
        Packed(
            "npm/assets/material-symbols-outlined.LICENSE.txt",
            "sveltia/material-symbols-outlined.LICENSE.txt",
            "18aabf190848725e2576eefb5c29ba06aac1029d02132252a7f312eac2e50cf3",
        ),
        Packed(
            "LICENSE.txt",
            "sveltia/LICENSE.txt",
            "dcbe3c626d85741f6fabefed0b34d07a2e92c032f63aa21c0279062363859c32",
        ),
        Packed(
            "locales/fi.json",
            "locales/fi.js",
            "6edfc92a7d122fb64117218dea2dcebc74d4542d70692d4f347610a7ce23ed98",
        ),
        Packed(
            "locales/sv.json",
            "locales/sv.js",
            "f7cc6d51abf3f53ea1f2c12b428da22b2d0e1df1fef7ed1e1250d022b35176d9",
        ),
    ),
)

YAML = Package(
    name="js-yaml",
    version="4.3.2",
    integrity=(
        "SFNOvSJ+Dgf/9An904Yx+CgSlIPCkIpao4qo51lpee25TIRejdH3rhR4EZMGoNx3/TP3O+wzWuiTFl4sqbltzA=="
    ),
    files=(
        Packed(
            "dist/js-yaml.mjs",
            "yaml.js",
            "cea276c7e15f409a1adbe5d177aba7824398a474f7cf702bd57962c7d570636f",
        ),
        Packed(
            "LICENSE",
            "yaml.LICENSE.txt",
            "a07bc24468b9654ce76a547d47a2db282d07733b715db4c73a98bd63961f9550",
        ),
    ),
)

PACKAGES = (SVELTIA, YAML)


def served_bytes(file: Packed, packed: bytes) -> bytes:
    """A file as it is served. ValueError for a text that does not stand in it just once."""
    if file.path.endswith(".json"):
        return b"export default " + packed
    for before, after in file.instead:
        if packed.count(before.encode()) != 1:
            raise ValueError(f"{file.path}: {before}")
        packed = packed.replace(before.encode(), after.encode())
    return packed
