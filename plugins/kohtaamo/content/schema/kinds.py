"""The schema: one record for each kind of file, and the vocabularies fields draw on."""

from kohtaamo.content.schema.event import EVENT
from kohtaamo.content.schema.field import Record
from kohtaamo.content.schema.network import NETWORK
from kohtaamo.content.schema.notice import NOTICE
from kohtaamo.content.schema.organiser import ORGANISER
from kohtaamo.content.schema.page import PAGE
from kohtaamo.content.schema.place import PLACE
from kohtaamo.content.schema.term import TERM

KINDS: dict[str, Record] = {
    "network": NETWORK,
    "place": PLACE,
    "event": EVENT,
    "organiser": ORGANISER,
    "notice": NOTICE,
    "page": PAGE,
    "term": TERM,
}
