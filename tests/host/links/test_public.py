"""Nothing but the public internet is asked."""

import pytest

from kohtaamo.host.links.public import is_public, is_web_port


@pytest.mark.parametrize(
    "address",
    [
        # Loopback, the machine itself, links, and the networks of others' houses (RFC 6890).
        *("127.0.0.1", "127.255.255.254", "0.0.0.1", "::1", "::"),
        *("169.254.169.254", "fe80::1", "fe80::1%eth0"),
        *("10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "fd00::1"),
        *("192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "2001:db8::1"),
        # A house's own of old, and the host of a machine in a cloud.
        *("fec0::1", "168.63.129.16", "::ffff:168.63.129.16", "64:ff9b::a83f:8110"),
        # To all at once, to nobody yet.
        *("224.0.0.1", "255.255.255.255", "ff02::1", "240.0.0.1"),
        # The same in IPv6: mapped, compatible, 6to4, NAT64.
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"),
        *("64:ff9b::a9fe:a9fe", "64:ff9b:1::1"),
        # No address at all.
        *("", "localhost", "127.1", "2130706433", "0x7f.0.0.1"),
    ],
)
def test_what_is_not_public_is_not_asked(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "64:ff9b::5db8:d70e"]
)
def test_what_anybody_can_reach_may_be_asked(address: str) -> None:
    assert is_public(address)


def test_mail_servers_and_the_like_are_not_spoken_to() -> None:
    ports = (22, 25, 80, 443, 465, 587, 1023, 1024, 8080)
    assert [port for port in ports if is_web_port(port)] == [80, 443, 1024, 8080]
