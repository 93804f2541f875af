"""What events most often need, as it is written: the fields of each recipe can be copied."""

from types import MappingProxyType

# By key of its title in the words; each reads without a problem in a file with the other fields.
RECIPES = MappingProxyType(
    {
        "every_other": (
            "start: 3.11.2026 klo 17",
            "repeat:",
            "  every: joka toinen viikko",
            "  on: ti",
            "  until: 25.5.2027",
        ),
        "monthly": (
            "start: 4.11.2026 klo 13",
            "repeat:",
            "  every: kuukausi",
            "  on: 1. ke",
            "  until: 5.5.2027",
        ),
        "break": (
            "start: 5.11.2026 klo 17",
            "repeat:",
            "  every: viikko",
            "  on: to",
            "  until: 27.5.2027",
            "  skip:",
            "    - from: 21.12.2026",
            "      to: 6.1.2027",
            "      reason: Joulutauko",
            "    - pyhät",
        ),
        "cancelled": (
            "start: 5.11.2026 klo 17",
            "repeat:",
            "  every: viikko",
            "  on: to",
            "  until: 17.12.2026",
            "  changes:",
            "    - date: 26.11.2026",
            "      cancelled: yes",
            "      reason: Sähkökatko",
        ),
        "registration": (
            "registration:",
            "  by: 30.11.2026",
            "  phone: 010 123 0000",
            "  capacity: 12",
        ),
        "price": (
            "price:",
            "  - {amount: 4, for: Aikuiset}",
            "  - {amount: 2, for: Lapset}",
        ),
    }
)
