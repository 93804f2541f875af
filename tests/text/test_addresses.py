import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kohtaamo.problems.problem import Refused
from kohtaamo.text.addresses import dial, parse_email, parse_phone, parse_url, parse_url_template


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://kirjasto.fi", "https://kirjasto.fi"),
        ("HTTPS://Kirjasto.FI/Polku?q=1#Osa", "https://kirjasto.fi/Polku?q=1#Osa"),
        ("http://kirjasto.fi:8080/", "http://kirjasto.fi:8080/"),
        (
            "https://järvi.fi/Äänekoski?q=ä#ö",
            "https://xn--jrvi-loa.fi/%C3%84%C3%A4nekoski?q=%C3%A4#%C3%B6",
        ),
        ("https://a.fi/100%/%C3%A4", "https://a.fi/100%25/%C3%A4"),
        ("https://a.fi/[x]|{y}^", "https://a.fi/%5Bx%5D%7C%7By%7D%5E"),
        ("https://maps.fi/@61.5,29.1", "https://maps.fi/@61.5,29.1"),
        ("http://localhost:8000/x.ics", "http://localhost:8000/x.ics"),
    ],
)
def test_a_web_address_comes_out_in_ascii(text, url):
    assert parse_url(text) == url
    assert parse_url(url) == url


@pytest.mark.parametrize(
    "text",
    [
        "kirjasto",
        "https://",
        "https:///polku",
        "https:kirjasto.fi",
        "https://kirjasto",
        "https://-a.fi",
        "https://a..fi",
        "https://a.fi:99999",
        "https://a.fi:x",
        "https://[::1]/",
        "https://[",
        "https://a\\b.fi",
        "https://a.fi\\@b.fi",
        "<https://a.fi>",
        'https://a.fi/"onload="x',
        "https://a.fi/`x`",
        "",
    ],
)
def test_what_is_no_web_address(refusal, text):
    assert refusal(parse_url, text) == ("not-a-url", {"value": text})


@pytest.mark.parametrize(
    "text", ["www.kirjasto.fi", "kirjasto.fi/tapahtumat?a=1", "kirjasto.fi:80"]
)
def test_an_address_without_its_beginning_gets_it_suggested(refusal, text):
    values = {"value": text, "suggestion": f"https://{text}"}
    assert refusal(parse_url, text) == ("url-without-scheme", values)


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("javascript:alert(1)", "javascript:"),
        ("JavaScript://a.fi/%0aalert(1)", "JavaScript:"),
        ("data:text/html,x", "data:"),
        ("ftp://a.fi/", "ftp:"),
        ("mailto:a@b.fi", "mailto:"),
        ("file:///etc/passwd", "file:"),
    ],
)
def test_other_schemes_are_refused(refusal, text, scheme):
    values = {"value": text, "scheme": scheme, "allowed": "http:, https:"}
    assert refusal(parse_url, text) == ("url-scheme", values)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("https://a.fi/kaksi sanaa", "https://a.fi/kaksi sanaa"),
        ("java\tscript:alert(1)", "java\\u0009script:alert(1)"),
        ("https://a.fi/\x00", "https://a.fi/\\u0000"),
        ("https://a.fi/\u200b", "https://a.fi/\\u200b"),
        ("https://a.fi/\u00a0x", "https://a.fi/\\u00a0x"),
    ],
)
def test_blanks_and_control_characters_have_no_place_in_an_address(refusal, text, shown):
    assert refusal(parse_url, text) == ("url-with-blank", {"value": shown})


def test_a_password_in_an_address_is_refused_and_not_repeated(refusal):
    expected = ("url-with-password", {"value": "https://a.fi/x"})
    assert refusal(parse_url, "https://matti:salasana@a.fi/x") == expected
    assert refusal(parse_url, "https://kirjasto.fi@a.fi/x") == expected


def test_a_very_long_address_is_refused(refusal):
    values = {"length": "2001", "limit": "2000"}
    assert refusal(parse_url, "https://a.fi/" + "x" * 1988) == ("url-too-long", values)


def test_mail_and_telephone_links_where_they_are_allowed(refusal):
    both = ("mailto", "tel")
    assert parse_url("mailto:Toimisto@A.fi?subject=Hei%20!", both) == (
        "mailto:Toimisto@a.fi?subject=Hei%20!"
    )
    assert parse_url("tel:+358(0)40-123", both) == "tel:+35840123"
    expected = ("not-a-url", {"value": "mailto:a@b.fi?subject=x%0Abcc:c@d.fi"})
    assert refusal(parse_url, "mailto:a@b.fi?subject=x%0Abcc:c@d.fi", both) == expected
    assert refusal(parse_url, "mailto:matti", both) == ("not-an-email", {"value": "matti"})
    assert refusal(parse_url, "tel:soita", both) == ("not-a-phone", {"value": "soita"})


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("toimisto@esimerkki.fi", "toimisto@esimerkki.fi"),
        (" Etu.Suku+lista@Esimerkki.FI ", "Etu.Suku+lista@esimerkki.fi"),
        ("toimisto@järvi.fi", "toimisto@xn--jrvi-loa.fi"),
    ],
)
def test_an_email_address(text, address):
    assert parse_email(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "",
        "toimisto",
        "toimisto(at)esimerkki.fi",
        "toimisto@esimerkki",
        "Toimisto <toimisto@esimerkki.fi>",
        "mailto:toimisto@esimerkki.fi",
        "a..b@esimerkki.fi",
        ".a@esimerkki.fi",
        "a@b@esimerkki.fi",
        "a b@esimerkki.fi",
        "pöytä@esimerkki.fi",
        "a@esimerkki.fi,b@esimerkki.fi",
        "a" * 65 + "@esimerkki.fi",
    ],
)
def test_what_is_no_email_address(refusal, text):
    assert refusal(parse_email, text) == ("not-an-email", {"value": text})


@pytest.mark.parametrize(
    "text", ["info?bcc=kaikki@esimerkki.fi", "info&body=x@esimerkki.fi", "a%0ab@esimerkki.fi"]
)
def test_an_address_of_a_link_cannot_carry_headers(refusal, text):
    assert refusal(parse_email, text) == ("not-an-email", {"value": text})


def test_a_line_break_cannot_smuggle_a_header_into_an_email_address(refusal):
    values = {"value": "a@esimerkki.fi\\u000aBcc: b@esimerkki.fi"}
    assert refusal(parse_email, "a@esimerkki.fi\nBcc: b@esimerkki.fi") == ("not-an-email", values)


@pytest.mark.parametrize(
    ("text", "number", "dialled"),
    [
        ("040 123 4567", "040 123 4567", "0401234567"),
        ("+358\u00a040  123–4567", "+358 40 123-4567", "+358401234567"),
        ("+358 (0)40 123 4567", "+358 (0)40 123 4567", "+358401234567"),
        ("(05) 123 456", "(05) 123 456", "05123456"),
        ("112", "112", "112"),
    ],
)
def test_a_telephone_number_as_written_and_as_dialled(text, number, dialled):
    assert parse_phone(text) == number
    assert dial(number) == dialled


@pytest.mark.parametrize(
    "text",
    ["", "12", "040 KAHVI", "040 123 4567 (Matti)", "0401234567, 050123", "1" * 21, "((05) 1"],
)
def test_what_is_no_telephone_number(refusal, text):
    assert refusal(parse_phone, text) == ("not-a-phone", {"value": text})


def test_a_template_has_known_places_to_fill_in():
    template = "https://kartta.fi/?lat={lat}&lon={lon}&q={address}"
    assert parse_url_template(template) == template
    assert parse_url_template("https://kartta.fi/") == "https://kartta.fi/"


@pytest.mark.parametrize(
    ("text", "code", "values"),
    [
        (
            "https://a.fi/{zoom}",
            "url-placeholder",
            {"value": "{zoom}", "allowed": "{lat}, {lon}, {address}"},
        ),
        ("https://{lat}.fi/", "not-a-url", {"value": "https://{lat}.fi/"}),
        (
            "http://a.fi/{lat}",
            "url-scheme",
            {"value": "http://a.fi/{lat}", "scheme": "http:", "allowed": "https:"},
        ),
    ],
)
def test_a_template_must_be_safe(refusal, text, code, values):
    assert refusal(parse_url_template, text) == (code, values)


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(
    st.text(alphabet="ahtps:/.@?#%\\[]<>\"' \t\n\x00{}|äжfi-_0", max_size=40).map(
        lambda tail: "https://" + tail
    )
)
def test_an_accepted_address_is_safe_inside_a_link(text):
    try:
        url = parse_url(text)
    except Refused:
        return
    assert url.isascii()
    assert url.startswith("https://")
    assert not set(url) & set('"<>\\^`{|} \t\n\x00')
    assert parse_url(url) == url
