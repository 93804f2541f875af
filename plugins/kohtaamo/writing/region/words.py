"""What `kohtaamo new-network` and `kohtaamo upgrade` say, in Finnish, Swedish and English."""

from functools import cache
from importlib.resources import files

from kohtaamo.words.load import texts_in
from kohtaamo.words.words import Words
from kohtaamo.writing.words import writing_words


@cache
def region_words(tag: str) -> Words:
    """The words of `kohtaamo new`, and those of a new network beside them."""
    file = files("kohtaamo.writing.region").joinpath("messages", f"{tag}.yml")
    return Words(tag=tag, texts={**writing_words(tag).texts, **texts_in(tag, file)})
