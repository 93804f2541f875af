"""Texts of so many words, with light Markdown."""

from benchmarks.corpus.dice import Dice
from benchmarks.corpus.words import LISTED, MARKED, SENTENCES


def text(dice: Dice, words: int = 120) -> str:
    """Paragraphs of about so many words: some bold, a link, here and there a list."""
    paragraphs: list[str] = []
    count = 0
    while count < words:
        sentences = dice.some(SENTENCES, 3)
        if dice.happens(30):
            sentences.append(dice.one(MARKED))
        paragraphs.append(" ".join(sentences))
        count += sum(len(each.split()) for each in sentences)
        if count < words and dice.happens(15):
            listed = dice.some(LISTED, 3)
            paragraphs.append("\n".join(f"- {each}" for each in listed))
            count += sum(len(each.split()) for each in listed)
    return "\n\n".join(paragraphs)


def line(dice: Dice) -> str:
    """One sentence."""
    return dice.one(SENTENCES)
