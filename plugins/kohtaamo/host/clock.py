"""The only place that looks at a clock."""

from datetime import date, datetime

from kohtaamo.text.zone import HELSINKI


def today_in_finland() -> date:
    """Today's date in Europe/Helsinki, whatever the machine's own zone."""
    return datetime.now(HELSINKI).date()
