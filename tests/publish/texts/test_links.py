"""Which addresses a link in somebody's text may lead to."""

import pytest

from kohtaamo.publish.texts.links import may_lead_to

FIT = (
    "https://example.fi",
    "HTTP://example.fi/@nimi?posti=a@example.fi#x",
    "/tilaa/",
    "mailto:info@example.fi",
    "mailto:etu.suku+lista@example.fi?subject=Hei%20%C3%A4&body=Tulen!",
    "mailto:info@j%C3%A4rvi.fi?body=kaksi%20sanaa&subject=x",
    "tel:+358101230001",
    "TEL:010-123(0)01",
    "tel:010%20123%200001",
)
UNFIT = (
    "javascript:alert(1)",
    "tilaa/",
    "//example.com/",
    "/\\example.com/",
    "https:/example.com",
    "https:///example.com",
    "https://example.fi@example.com",
    "https://example.fi/a b",
    "https://example.fi/\u200b",
    "mailto:",
    "mailto:info@example.fi?bcc=x@example.com",
    "mailto:info@example.fi?subject=x&cc=x@example.com",
    "mailto:info@example.fi?subject=x%0D%0ABcc:x@example.com",
    "mailto:info%0ABcc:x@example.com",
    "mailto:info@example.fi,x@example.com",
    "mailto:info@example.fi?to=x@example.com",
    "mailto:info@example.fi?attach=/etc/passwd",
    "tel:*21*0101230001%23",
    "tel:0101230001;ext=1",
    "tel:kahvi",
)


@pytest.mark.parametrize("address", FIT)
def test_where_a_link_may_lead(address: str) -> None:
    assert may_lead_to(address)


@pytest.mark.parametrize("address", UNFIT)
def test_where_no_link_may_lead(address: str) -> None:
    assert not may_lead_to(address)
