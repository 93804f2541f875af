"""What happens in the network of `tests/publish/site` from December 2026 to November 2028."""

from datetime import date

from tests.subscribers.story import Edit, Repository

BEGIN, END = date(2026, 12, 1), date(2028, 11, 20)

MILL = "places/myllytalo.md"
CAFE, BUS = "places/kiertava-kahvila.md", "places/kahvibussi.md"
KNITTING, ROOM = "events/laakso/neulekahvila", "events/laakso/neuletupa"
CHOIR = "events/laakso/kuoro.md"
WATCH = "events/laakso/yovalvonta.md"
PARTY, TRIP, TALKS = "events/harju/juhla.md", "events/harju/matka.md", "events/harju/keskustelut.md"

HEAD = "organisers: [myllyn-vaki]\nlanguages: [fi]\n"


def new_event(repository: Repository) -> None:
    repository.write(
        CHOIR,
        f"---\ntitle: Kuoro\nstart: 2026-12-07 17:00\nend: 18:30\nplace: myllytalo\nroom: sali\n"
        f"{HEAD}summary: Lauletaan yhdessä.\nrepeat:\n  every: week\n  until: 2027-05-31\n"
        f"  changes:\n    - {{date: 2027-03-01, start: '16:00'}}\n---\n",
    )


def changed_hour(repository: Repository) -> None:
    at = "    - {date: 2027-01-19, start: "
    repository.edit(f"{KNITTING}.md", at, '    - {date: 2027-01-26, start: "16:00"}\n' + at)


def cancelled_date(repository: Repository) -> None:
    at = "  changes:\n"
    repository.edit(CHOIR, at, f"{at}    - {{date: 2027-01-11, cancelled: yes, reason: flunssa}}\n")


def another_reason(repository: Repository) -> None:
    repository.edit(CHOIR, "reason: flunssa", "reason: johtaja on sairaana")


def date_elsewhere(repository: Repository) -> None:
    at = "  changes:\n"
    repository.edit(CHOIR, at, f"{at}    - {{date: 2027-02-15, place: kiertava-kahvila}}\n")


def opening_hours(repository: Repository) -> None:
    repository.edit(
        MILL,
        '  - {days: ma–su, from: "00:00", to: "24:00"}\n',
        '  - {days: ma–pe, from: "08:00", to: "20:00"}\n'
        '  - {days: la, from: "22:00", to: "06:00"}\n',
    )


def season(repository: Repository) -> None:
    hours = '[{days: ma–pe, from: "10:00", to: "16:00"}]'
    summer = f"{{from: 2027-06-01, to: 2027-08-15, name: Kesä, hours: {hours}}}"
    repository.edit(MILL, "holiday_hours:", f"seasons:\n  - {summer}\nholiday_hours:")


def renamed_event(repository: Repository) -> None:
    repository.move(f"{KNITTING}.md", f"{ROOM}.md")
    repository.move(f"{KNITTING}.sv.md", f"{ROOM}.sv.md")
    repository.edit(f"{ROOM}.md", "title: Neulekahvila", "title: Neuletupa")
    repository.edit(f"{ROOM}.md", "repeat:\n", "formerly: [neulekahvila]\nrepeat:\n")


def renamed_place(repository: Repository) -> None:
    repository.move(CAFE, BUS)
    repository.edit(BUS, "name: Kiertävä kahvila", "name: Kahvibussi")
    repository.edit(BUS, "languages:", "formerly: [kiertava-kahvila]\nlanguages:")
    for event in (CHOIR, "events/harju/torikahvit.md", "events/laakso/parilliset.md"):
        repository.edit(event, "place: kiertava-kahvila", "place: kahvibussi")


def prolonged(repository: Repository) -> None:
    repository.edit(CHOIR, "until: 2027-05-31", "until: 2028-05-29")


def translated(repository: Repository) -> None:
    repository.write("events/laakso/kuoro.sv.md", "---\ntitle: Kör\nsummary: Vi sjunger.\n---\n")


def party_and_notice(repository: Repository) -> None:
    repository.write(
        PARTY,
        f"---\ntitle: Kesäjuhla\nstart: 2027-07-17 12:00\nend: 18:00\nplace: myllytalo\n{HEAD}"
        "summary: Koko kylän juhla.\npublished: 2027-05-25\n---\n",
    )
    repository.write(
        "notices/leipuri.md",
        "---\ntitle: Haemme leipuria\nkind: volunteers\nuntil: 2027-09-30\nplace: myllytalo\n"
        "municipalities: [laakso]\norganisers: [myllyn-vaki]\npublished: 2027-05-24\n---\n",
    )


def cancelled_party(repository: Repository) -> None:
    repository.edit(PARTY, "published:", "status: cancelled\nreason: ukkonen\npublished:")


def night_watch(repository: Repository) -> None:
    """Over three nights in which the clocks change."""
    repository.write(
        WATCH,
        f"---\ntitle: Yövalvonta\nstart: 2027-09-04 22:00\nduration: 8 h\nplace: myllytalo\n{HEAD}"
        "summary: Valvotaan aamuun.\nrepeat:\n  every: week\n  until: 2028-11-04\n---\n",
    )


def changed_beyond_the_window(repository: Repository) -> None:
    """On 29 February, which no year before it has."""
    repository.write(
        "events/laakso/tiistaiseura.md",
        f"---\ntitle: Tiistaiseura\nstart: 2027-01-26 13:00\nend: 15:00\nplace: myllytalo\n{HEAD}"
        "summary: Kahvia.\nrepeat:\n  every: month\n  on: last tue\n  until: 2028-06-27\n  changes:"
        "\n    - {date: 2028-02-29, start: '14:00', reason: karkauspäivä}\n---\n",
    )
    repository.write(
        "events/laakso/kuunvaihde.md",
        f"---\ntitle: Kuunvaihde\nstart: 2027-01-31 18:00\nend: 19:00\nplace: myllytalo\n{HEAD}"
        "summary: Kuun viimeisenä päivänä.\n"
        "repeat: {every: month, on: last day, until: 2028-06-30}\n---\n",
    )


def far_series(repository: Repository) -> None:
    """Announced sixteen months ahead, with one date that is changed already."""
    repository.write(
        "events/laakso/tuleva.md",
        f"---\ntitle: Tuleva kerho\nstart: 2028-02-02 10:00\nend: 11:00\nplace: myllytalo\n{HEAD}"
        "summary: Alkaa vuoden päästä.\npublished: 2026-12-20\nrepeat:\n  every: week\n"
        "  until: 2028-04-26\n  changes:\n    - {date: 2028-03-08, start: '12:00'}\n---\n",
    )


def talks(repository: Repository) -> None:
    repository.write(
        TALKS,
        f"---\ntitle: Keskustelut\nstart: 2027-09-15 17:00\nend: 18:00\nplace: myllytalo\n"
        f"room: kabinetti\n{HEAD}summary: Jutellaan.\nrepeat:\n  every: week\n"
        "  until: 2027-12-15\n  changes:\n    - {date: 2027-11-24, start: '18:00'}\n---\n",
    )


def postponed(repository: Repository) -> None:
    repository.edit(TALKS, "summary:", "status: postponed\nreason: vetäjä puuttuu\nsummary:")


def trip(repository: Repository) -> None:
    """Announced by its file for the week after."""
    repository.write(
        TRIP,
        f"---\ntitle: Matka\nstart: 2027-12-11 09:00\nend: 17:00\nplace: myllytalo\n{HEAD}"
        "summary: Junalla kaupunkiin.\npublished: 2027-10-15\n---\n",
    )


def moved_trip(repository: Repository) -> None:
    repository.edit(TRIP, "start: 2027-12-11 09:00", "start: 2027-12-12 10:00\nstatus: moved")
    repository.edit(TRIP, "place: myllytalo", "place: kahvibussi\nstop: kirkonkyla")


def translation_gone(repository: Repository) -> None:
    repository.delete("events/laakso/kuoro.sv.md")


def brought_forward(repository: Repository) -> None:
    repository.edit(CHOIR, "until: 2028-05-29", "until: 2028-03-27")


def old_events_gone(repository: Repository) -> None:
    for slug in ("talkooviikko", "avoimet-ovet"):
        repository.delete(f"events/laakso/{slug}.md")


def organiser_renamed(repository: Repository) -> None:
    repository.edit("organisers/myllyn-vaki.md", "name: Myllyn väki ry", "name: Myllyväki ry")


def exceptions(repository: Repository) -> None:
    hours = '[{days: la, from: "12:00", to: "14:00"}]'
    repository.edit(
        MILL,
        "holiday_hours:",
        "exceptions:\n  - {date: 2028-05-02, closed: yes, reason: remontti}\n"
        f"  - {{date: 2028-05-06, hours: {hours}, reason: kevätjuhla}}\nholiday_hours:",
    )


def clubs(repository: Repository) -> None:
    repository.write(
        "events/laakso/shakki.md",
        f"---\ntitle: Shakkikerho\nstart: 2028-05-10 18:00\nend: 20:00\nplace: myllytalo\n"
        f"room: verstas\n{HEAD}summary: Pelataan.\nrepeat:\n  every: week\n  until: 2028-08-30\n"
        "  changes:\n    - {date: 2028-06-14, place: kahvibussi}\n"
        "    - {date: 2028-08-16, start: '17:00'}\n---\n",
    )
    repository.write(
        "events/laakso/varaus.md",
        "---\naccess: closed\nstart: 2028-05-11 18:00\nend: 19:00\nplace: myllytalo\n"
        "room: verstas\nrepeat: {every: week, until: 2028-08-31}\n---\n",
    )


def longer_reservation(repository: Repository) -> None:
    repository.edit("events/laakso/varaus.md", "end: 19:00", "end: 20:30")


def chess_cancelled(repository: Repository) -> None:
    repository.edit("events/laakso/shakki.md", "summary:", "status: cancelled\nsummary:")


def past_event(repository: Repository) -> None:
    """Somebody writes down what has been."""
    repository.write(
        "events/laakso/juhannus.md",
        f"---\ntitle: Juhannustanssit\nstart: 2028-06-23 20:00\nend: 23:00\nplace: myllytalo\n"
        f"{HEAD}summary: Tanssittiin.\n---\n",
    )
    repository.write(
        "events/laakso/kauan-sitten.md",
        f"---\ntitle: Kauan sitten\nstart: 2026-01-10 20:00\nend: 23:00\nplace: myllytalo\n"
        f"{HEAD}summary: Tanssittiin.\n---\n",
    )


def far_events(repository: Repository) -> None:
    repository.write(
        "events/laakso/vuosijuhla.md",
        f"---\ntitle: Vuosijuhla\nstart: 2030-06-01 12:00\nend: 18:00\nplace: myllytalo\n{HEAD}"
        "summary: Kahden vuoden päästä.\n---\n",
    )
    repository.write(
        "events/laakso/joka-toinen.md",
        f"---\ntitle: Joka toinen vuosi\nstart: 2026-10-10\nall_day: yes\nplace: myllytalo\n{HEAD}"
        "summary: Sadonkorjuu.\nrepeat: {every: 2 years, until: 2032-10-10}\n---\n",
    )


def hours_gone(repository: Repository) -> None:
    """The bus drives only on request from now on."""
    hours = ', hours: [{days: ke, from: "12:00", to: "18:00"}]'
    repository.edit(BUS, hours, "")


def at(day: str, write: object, *, deletes: bool = False) -> Edit:
    assert callable(write)
    return Edit(day=date.fromisoformat(day), name=write.__name__, write=write, deletes=deletes)


EDITS = (
    at("2026-12-03", new_event),
    at("2026-12-09", changed_hour),
    at("2026-12-14", cancelled_date),
    at("2026-12-20", far_series),
    at("2026-12-30", date_elsewhere),
    at("2027-01-05", another_reason),
    at("2027-01-15", opening_hours),
    at("2027-01-20", changed_beyond_the_window),
    at("2027-02-01", season),
    at("2027-02-20", renamed_event),
    at("2027-03-10", renamed_place),
    at("2027-04-01", prolonged),
    at("2027-04-15", translated),
    at("2027-05-25", party_and_notice),
    at("2027-07-10", cancelled_party),
    at("2027-08-20", night_watch),
    at("2027-09-01", talks),
    at("2027-10-08", trip),
    at("2027-10-20", postponed),
    at("2027-11-05", moved_trip),
    at("2027-12-01", translation_gone),
    at("2028-01-10", brought_forward),
    at("2028-01-15", old_events_gone, deletes=True),
    at("2028-02-10", organiser_renamed),
    at("2028-04-10", exceptions),
    at("2028-05-04", clubs),
    at("2028-06-05", longer_reservation),
    at("2028-07-05", past_event),
    at("2028-07-12", chess_cancelled),
    at("2028-09-05", hours_gone),
    at("2028-10-02", far_events),
)
