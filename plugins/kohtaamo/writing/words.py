"""What `kohtaamo new` and `kohtaamo receive` say, in Finnish, Swedish and English."""

from functools import cache
from importlib.resources import files

from kohtaamo.words.load import SHIPPED, shipped_words, texts_in
from kohtaamo.words.words import Words

LANGUAGES = SHIPPED


@cache
def writing_words(tag: str) -> Words:
    """The words of one of `LANGUAGES`, those of pages among them; no language borrows any.

    A fault in our own file is a fault of the package and raises ValueError.
    """
    file = files("kohtaamo.writing").joinpath("messages", f"{tag}.yml")
    return Words(tag=tag, texts={**shipped_words(tag).texts, **texts_in(tag, file)})
