"""Which codes only warn; every other code is an error. Texts stand in `messages/`."""

WARNINGS: frozenset[str] = frozenset(
    {
        # The file may be right, but somebody should look again.
        "all-skipped",
        "closed-name-tells",
        "closed-tells",
        "closed-translated",
        "closed-without-room",
        "coordinates-abroad",
        "date-in-future",
        "doubled-hour",
        "host-not-listed",
        "host-to-be-asked",
        "outside-hours",
        "part-outside-umbrella",
        "place-closed",
        "place-no-longer-open",
        "place-not-yet-open",
        "price-of-nothing",
        "replaced-but-confirmed",
        "room-too-small",
        "series-long",
        # Something that readers need has not been said.
        "coordinator-term-over",
        "eve-open",
        "holiday-hours-missing",
        "image-alt-says-nothing",
        "labels-missing",
        "place-without-address",
        "reason-missing",
        "registration-nowhere",
        "statement-incomplete",
        "statement-missing",
        "statement-names-no-fault",
        "stop-missing",
        "stop-without-times",
        "words-partial",
        # Good for a preview; publishing refuses it.
        "pseudo-language",
        # Something has been written that nobody will see.
        "comment-after-value",
        "not-published-yet",
        "readme-in-content",
        "reason-without-status",
        "translation-unused",
        # Subscribers would notice it, and it may be meant so all the same.
        "another-event",
        "change-goes-backwards",
        "dates-vanish",
        "event-vanishes",
        "former-names-added",
        "former-names-changed",
        "notice-vanishes",
        "organiser-vanishes",
        "past-event-vanishes",
        "place-vanishes",
        "renamed-without-formerly",
        "term-vanishes",
        # The sample may be checked and previewed; publishing refuses its id by an error.
        "sample-id",
    }
)
