# ruff: noqa: E501 - expected lines and files stand whole, as they are written
"""Registration, ages, prices."""

from collections.abc import Callable

Check = Callable[..., list[str]]
Event = Callable[..., str]


def test_registration_may_end_while_a_series_goes_on(check: Check, event: Event) -> None:
    series = "repeat: {every: week, times: 2}\nregistration:\n  url: https://example.fi/\n  by: {}"
    assert check({"events/a.md": event(extra=series.replace("{}", "2026-12-15"))}) == []
    assert check({"events/a.md": event(extra=series.replace("{}", "2026-12-15 15:01"))}) == [
        "events/a.md:10: registration.by: registration would end on Tue 2026-12-15 15:01, but the event starts on Tue 2026-12-15 15:00. Choose an earlier day. [deadline-after-start]"
    ]


def test_a_way_to_register(check: Check, event: Event) -> None:
    place = {"place": None, "location": "{name: Tori}"}
    assert (
        check(
            {
                "events/a.md": event(extra="registration: {phone: 010 123 0001}", **place),
                "events/b.md": event(
                    extra="registration: {capacity: 5}\ncontact: {email: a@example.fi}", **place
                ),
                "events/c.md": event(extra="registration: {state: full}", **place),
            }
        )
        == []
    )


def test_prices(check: Check, event: Event) -> None:
    assert check(
        {
            "events/a.md": event(price="maksuton"),
            "events/b.md": event(price="Kahviraha"),
            "events/c.md": event(price='[{amount: "4,50"}, {amount: 0, for: Lapset}]'),
            "events/d.md": event(price="\n  - amount: 0\n  - amount: 0.00"),
            "events/e.md": event(price="\n  - amount: 4.505"),
        }
    ) == [
        "events/d.md:8: price: warning: the price is 0 euros. Better write price: free, and the page says “Free of charge”. [price-of-nothing]",
        "events/e.md:8: price[0].amount: the price 4.505 has too many decimals. Write euros and cents, for example 4.50. [price-below-cents]",
    ]


def test_ages_run_upwards(check: Check, event: Event) -> None:
    assert (
        check(
            {
                "events/a.md": event(extra="ages: {from: 7, to: 7}"),
                "events/b.md": event(extra="ages: {from: 0}"),
                "events/c.md": event(extra="ages: {to: 12}"),
            }
        )
        == []
    )
