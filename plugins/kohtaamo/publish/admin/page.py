"""The page that the form runs on, with a policy of its own (contract §6)."""

from collections.abc import Iterable
from html import escape

from kohtaamo.words.words import Words


def policy_of(asked: Iterable[str]) -> str:
    """What the browser may do there: our own scripts alone, and no requests but to the forge.

    The program writes its styles as it runs; what people choose to upload are `blob:` and `data:`.
    """
    connected = " ".join(("'self'", "blob:", "data:", *asked))
    return (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
        f" img-src 'self' blob: data:; connect-src {connected}; form-action 'self'; base-uri 'none'"
    )


def page_html(words: Words, name: str, asked: Iterable[str]) -> str:
    """The whole page; in the language of `words`, out of every search engine's sight."""
    said = {
        "lang": words.html,
        "dir": words("language.direction"),
        "policy": policy_of(asked),
        "title": f"{words('admin.title')}: {name}",
        "heading": words("admin.title"),
        "lead": words("admin.lead"),
        "home": words("admin.home"),
    }
    return _PAGE.format_map({key: escape(text) for key, text in said.items()})


_PAGE = """<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<link rel="cms-config-url" type="application/json" href="config.json">
<script type="module" src="start.js"></script>
</head>
<body>
<noscript>
<main>
<h1>{heading}</h1>
<p>{lead}</p>
<p><a href="../">{home}</a></p>
</main>
</noscript>
</body>
</html>
"""
