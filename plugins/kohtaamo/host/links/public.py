"""Which addresses of the network may be asked: those that anybody can reach."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

# A NAT64 gateway leads on to the IPv4 address in the last four bytes (RFC 6052).
_NAT64 = IPv6Network("64:ff9b::/96")
# Nobody's own by its number, but only ever the machine's own host: it serves what runs in a cloud
# (Azure, on which forges run their work) and hands out its secrets.
_HOSTS_OWN = IPv4Address("168.63.129.16")
# The ports of the web; of the others, those that no system service listens on.
_WEB_PORTS = frozenset({80, 443})
_FIRST_FREE_PORT = 1024


def is_public(address: str) -> bool:
    """True for an IP address on the public internet: no loopback, no link, nobody's own network.

    An IPv6 address that only wraps an IPv4 one is as public as that.
    """
    try:
        # A zone (`fe80::1%eth0`) belongs to a link.
        found = ip_address(address)
    except ValueError:
        return False
    return all(
        _is_everybodys(each)
        for each in (found, *_within(found))
        if each not in _NAT64 or isinstance(each, IPv4Address)
    )


def _is_everybodys(address: IPv4Address | IPv6Address) -> bool:
    if address == _HOSTS_OWN or not address.is_global:
        return False
    # Old addresses of a house in IPv6 (RFC 3879) count as global.
    is_of_a_house = isinstance(address, IPv6Address) and address.is_site_local
    return not (address.is_multicast or address.is_reserved or is_of_a_house)


def _within(address: IPv4Address | IPv6Address) -> tuple[IPv4Address, ...]:
    """The IPv4 addresses to which an IPv6 address leads on."""
    if isinstance(address, IPv4Address):
        return ()
    found = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _NAT64:
        found.append(IPv4Address(address.packed[-4:]))
    return tuple(each for each in found if each is not None)


def is_web_port(port: int) -> bool:
    """True for a port that a web server may listen on, and no mail server or the like."""
    return port in _WEB_PORTS or port >= _FIRST_FREE_PORT
