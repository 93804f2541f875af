"""Which fields of the schema hold a text that a person writes freely, and which do not.

A field of the schema that is in neither table fails `test_fields.py`: whoever adds one says here
whether hostile text can stand in it.
"""

# By record, in the order of the schema.
TEXT = {
    "network": "name area licence",
    "coordinator": "role organisation deputy",
    "contact": "role",
    "accessibility-statement": "failing by unit",
    "place": "name summary accessibility_note getting_there first_visit text ptv_id",
    "address": "street postcode town directions",
    "stop": "name",
    "hours": "note",
    "season": "name",
    "exception": "reason",
    "room": "name equipment price users terms afterwards",
    "booking": "terms",
    "remote": "note",
    "event": "title summary first_visit price reason text",
    "location": "name",
    "phone-line": "note",
    "price-item": "for note",
    "span": "reason",
    "change": "reason",
    "organiser": "name business_id summary text",
    "funding": "funder grant",
    "notice": "title summary text",
    "task": "time",
    "page": "title summary text",
    "term": "label in for text also",
    "image": "alt credit",
}

# Types whose values are read into something else than text, and written anew from that.
NOT_TEXT_BY_TYPE = {
    "age": "a number",
    "choice": "one of a few words",
    "closing-time": "a time of day",
    "count": "a number",
    "date": "a date",
    "duration": "a length of time",
    "email": "an address; what it may hold is tested in tests/text",
    "end": "a time or a date",
    "euros": "a number",
    "can-host": "a word, or slugs",
    "interface-language": "a tag",
    "language": "a tag",
    "latitude": "a number",
    "longitude": "a number",
    "minutes": "a number",
    "moment": "a date and a time",
    "new-start": "a time or a date",
    "on": "weekdays",
    "every": "a number and a unit",
    "phone": "digits; tested in tests/text",
    "reference-event": "the slug of another file",
    "reference-organiser": "the slug of another file",
    "reference-place": "the slug of another file",
    "slug": "letters, digits and hyphens",
    "term": "the id of a term",
    "time": "a time of day",
    "url": "an address; tested in tests/text",
    "url-template": "an address with three places to fill",
    "weekdays": "weekdays",
    "yes-no": "yes or no",
    "yes-no-map": "ids of terms with yes or no",
}
# Written as text, but checked to be something else.
NOT_TEXT = {
    ("image", "file"): "the name of a file that has to be there",
    ("brand", "logo"): "the name of a file that has to be there",
    ("brand", "colour"): "six digits",
    ("owner", "accounts"): "names of accounts, which no page shows; inv codeowners reads them",
    ("repository", "branch"): "a part of an address that nothing is published from",
}
