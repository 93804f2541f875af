"""The problems that the form can meet: whatever is left is for the check and the review to say.

They are those of readers of single values and of the rows of `content/rules/table.py`, and those
of dates, hours and pictures that `form-dates.js` and `form-open.js` find. Nothing is here that
reads other files than the one at hand.
"""

from kohtaamo.content.rules.table import OF_KINDS

_OF_VALUES = frozenset(
    {
        *("required", "not-one-value", "empty-item", "listed-twice", "needs-keys"),
        *("control-character", "broken-letters", "too-long", "nothing-to-see"),
        *("not-a-date", "date-without-year", "no-such-date", "date-too-far", "not-a-moment"),
        *("not-a-time", "no-such-time", "two-times", "not-an-end", "end-at-zero"),
        *("not-a-duration", "duration-not-positive", "duration-too-long"),
        *("not-a-number", "not-a-whole-number", "number-out-of-range", "not-yes-or-no"),
        *("not-a-slug", "not-allowed", "not-a-language", "not-every", "not-on", "not-a-weekday"),
        *("not-a-skip", "not-can-host", "not-holiday-hours", "needs-yes-no-map"),
        *("not-an-email", "not-a-phone", "not-a-url", "url-with-blank", "url-without-scheme"),
        *("url-scheme", "url-with-password", "url-too-long"),
        *("identity-code", "identity-code-like"),
    }
)
_OF_DATES = frozenset(
    {
        *("end-not-after-start", "end-before-start", "start-off-rule", "start-other-weekday"),
        *("series-beyond-limits", "series-long", "span-swapped", "skip-after-end"),
        *("skip-span-without-date", "skip-without-date", "all-skipped", "two-starts"),
        *("change-of-skipped", "change-of-no-series", "change-of-no-date", "missing-hour"),
        *("doubled-hour", "deadline-after-start"),
    }
)
_OF_HOURS = frozenset(
    {
        *("hours-too-many", "hours-overlap", "hours-through-night", "seasons-overlap"),
        *("exception-misses-its-day", "exception-twice"),
    }
)
_OF_PICTURES = frozenset({"image-format", "image-alt-says-nothing"})
_OF_SINGLE = _OF_VALUES | _OF_DATES | _OF_HOURS | _OF_PICTURES
CODES = _OF_SINGLE | {row.code for rows in OF_KINDS.values() for row in rows}
