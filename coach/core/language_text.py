"""Reads a text the way it was meant, without changing it.

People write "kms", "d i e", "su1cide", "i wannaaa" and "dont". The rules would have to know every spelling, so a
copy is made in which words stand in one plain form, and every word of the copy remembers where it came from.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import msgspec

END = "."
"""Stands in the copy for the end of a sentence."""

COMMA = ","
"""Stands in the copy for a comma, a dash or a bracket."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_SINGLE = str.maketrans("\u2018\u2019\u02bc\u0060\u00b4\u201c\u201d\u2014\u2013\u2026\u00a0", "'''''\"\"--. ")
# No run is longer than a bound: a hostile text costs no more a character than a kind one.
_PIECE = re.compile(r"[a-z0-9](?:[a-z0-9]|[@$!*|](?=[a-z0-9])){0,39}(?:'[a-z]{1,6})?|[.!?;:\n]+|[,\-()/]+|[^\s\w]")
_SPACED = re.compile(r"(?<![a-z0-9'])[a-z](?:[ .*_-]{1,2}[a-z0-9]){2,23}(?![a-z0-9'])")
_REPEATED = re.compile(r"([a-z])\1{2,}")
_DISGUISE = str.maketrans("013457@$!|", "oieastasil")
_NOT_LETTER = re.compile(r"[0-9@$!*|]")

# What stays of a word cut in two by its apostrophe ("don t", "i m"), as many keyboards and exports write it.
_TAILS = frozenset(("t", "m", "ll", "ve", "re", "d", "s"))
_BEFORE_T = frozenset(
    _words("""
        don can won didn doesn isn wasn aren weren haven hasn hadn couldn wouldn shouldn ain mustn needn
    """)
)

# The words worth finding behind a disguise, a gap or a wrong letter.
_GUARDED = _words("""
    die dying dead death kill killed killing killer suicide suicidal suicides myself overdose unalive
    alive cut cutting hang hanging hurt harm kms life live living want wanted wish going to my end
    ending it all be i
""")
_GUARDED_SET = frozenset(_GUARDED)
_LONG = _words("""
    suicide suicidal suicides myself overdose overdosing unalive existing tonight killing
""")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Real words, or other meanings, one letter away from a long guarded word.
_NOT_MISSPELT = frozenset(
    _words("""
        thyself overdone overdosed exiting tonights filling milling billing pilling willing tilling skilling
    """)
)

_WORDS = {
    "im": "i am", "ive": "i have", "id": "i would", "imma": "i am going to", "ima": "i am going to",
    "finna": "going to", "gonna": "going to", "gunna": "going to", "gona": "going to", "wanna": "want to",
    "wana": "want to", "gotta": "got to", "cannot": "can not", "cant": "can not", "wont": "will not",
    "aint": "am not", "dont": "do not", "didnt": "did not", "doesnt": "does not", "isnt": "is not",
    "wasnt": "was not", "arent": "are not", "werent": "were not", "havent": "have not",
    "hasnt": "has not", "hadnt": "had not", "couldnt": "could not", "wouldnt": "would not",
    "shouldnt": "should not", "mustnt": "must not", "neednt": "need not", "dunno": "do not know",
    "idk": "i do not know", "its": "it is", "thats": "that is", "whats": "what is", "theres": "there is",
    "hes": "he is", "shes": "she is", "theyre": "they are", "youre": "you are", "u": "you", "ur": "your",
    "r": "are", "cuz": "because", "cos": "because", "coz": "because", "bc": "because", "bcs": "because",
    "becuz": "because", "cause": "because", "tho": "though", "rn": "now", "tn": "tonight",
    "tonite": "tonight", "2nite": "tonight", "tmrw": "tomorrow", "tmr": "tomorrow", "tomorow": "tomorrow",
    "anymor": "anymore", "mum": "mother", "mom": "mother", "dad": "father", "abt": "about",
    # Coded forms.
    "kms": "kill myself", "kmsing": "killing myself", "ctb": "kill myself", "kys": "kill yourself",
    "unalive": "kill", "unaliving": "killing", "unalived": "killed", "sewerslide": "suicide",
    "sewercide": "suicide", "sui": "suicide", "suicided": "suicide", "od": "overdose",
    "oding": "overdosing", "oded": "overdosed", "selfharm": "self harm", "selfharming": "self harming",
    "selfharmed": "self harmed", "suic": "suicide",
    # Misspellings that one wrong letter does not explain, or too short for that.
    "iam": "i am", "suicidle": "suicidal", "diee": "die", "dieing": "dying", "dyin": "dying",
    "ded": "dead", "deid": "died", "kil": "kill", "killin": "killing", "kiling": "killing", "kll": "kill",
    "livin": "living", "aliv": "alive", "deth": "death", "mself": "myself", "wan": "want", "wnt": "want",
    "wnat": "want", "wantto": "want to", "alot": "a lot", "sucidal": "suicidal", "suside": "suicide",
    "sucidial": "suicidal", "suiside": "suicide", "suisidal": "suicidal", "soicide": "suicide",
    "suacide": "suicide", "overdoes": "overdose", "commited": "committed", "commiting": "committing",
    "wakeup": "wake up",
}  # fmt: skip
_NT = re.compile(r"^(do|did|does|is|was|are|were|have|has|had|could|would|should|must|need)n'?t$")
# "imready", "i amdone": a space that was not typed.
_RUN_ON = re.compile(
    "^(i?am|im)(going|gonna|ready|suicidal|done|tired|scared|planning|about|dying|not|dead|depressed|thinking|afraid"
    "|trying|sorry|alone|worthless|sick|just|still|so|fucking|lost|broken|hopeless|already|over|considering"
    "|contemplating|almost|close|killing|ending)$"
)
_TAIL_WORD = {"'m": "am", "'ve": "have", "'ll": "will", "'d": "would", "'re": "are"}

# Words that colour a sentence and change nothing in what it says: "i just really want to" is "i want to".
_COLOUR = frozenset(
    _words("""
        just really so fucking fuckin fking fkn effing freaking frickin bloody damn goddamn literally
        actually honestly truly genuinely seriously srsly still always also even kinda sorta maybe probably
        perhaps simply basically absolutely totally completely definitely constantly often again already
        badly desperately legit legitimately lowkey highkey own very pretty quite only currently mostly
        somehow clearly possibly usually finally peacefully painlessly slowly ever eventually fully purely
        suddenly quietly strongly sincerely certainly regularly occasionally frequently secretly deeply
        extremely obviously tbh ngl fr
    """)
)


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """A text in plain words: what the rules look at.

    `plain` begins and ends with a space. `starts` and `ends` give, for each word of `plain`, where it stands in the
    text as written; `at` gives the offset in `plain` where each word begins. `colour` holds the left-out words.
    """

    plain: str
    at: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: frozenset[str]
    colour: frozenset[str]


def _one_letter_away(word: str) -> set[str]:
    """Every spelling of `word` with one letter missing, wrong, doubled or swapped."""
    out = set()
    for i in range(len(word)):
        out.add(word[:i] + word[i + 1 :])
        out.add(word[:i] + word[i] + word[i:])
        out.update(word[:i] + letter + word[i + 1 :] for letter in _LETTERS)
        if i + 1 < len(word):
            out.add(word[:i] + word[i + 1] + word[i] + word[i + 2 :])
    return out - _NOT_MISSPELT


_MISSPELT = {wrong: word for word in _LONG for wrong in _one_letter_away(word)} | {word: word for word in _LONG}


@lru_cache(maxsize=4096)
def _fold(char: str) -> str:
    """One character as one plain lower-case character; a space if it is only decoration."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", char).casefold() if not unicodedata.combining(c))
    return plain[0] if plain else ""


def _folded(text: str) -> tuple[str, list[int] | None]:
    """The text in plain lower case, and where each character came from (`None`: nothing moved)."""
    text = text.translate(_SINGLE)
    if text.isascii():
        return text.lower(), None
    chars: list[str] = []
    origin: list[int] = []
    for i, char in enumerate(text):
        folded = char.lower() if char.isascii() else _fold(char)
        # Zero-width characters and accents on their own hide a word and are left out.
        if folded and unicodedata.category(folded) != "Cf":
            chars.append(folded)
            origin.append(i)
    return "".join(chars), origin


def _segment(letters: str) -> list[str] | None:
    """Words hidden in letters written apart, or `None`: "idie" -> ["i", "die"]."""
    best: list[list[str] | None] = [[]] + [None] * len(letters)
    for end in range(1, len(letters) + 1):
        for start in range(max(0, end - 10), end):
            head = best[start]
            if head is not None and letters[start:end] in _GUARDED_SET:
                best[end] = [*head, letters[start:end]]
                break
    return best[-1]


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    """One written word in its plain form, of one or more words."""
    if _NOT_LETTER.search(word) and not word.isdigit():
        word = _undisguise(word)
    run_on = _RUN_ON.match(word)
    if run_on:
        return f"i am {run_on[2]}" if run_on[1][0] == "i" else f"am {run_on[2]}"
    known = _WORDS.get(word)
    if known is not None:
        return known
    if _REPEATED.search(word):
        once = _REPEATED.sub(r"\1", word)
        twice = _REPEATED.sub(r"\1\1", word)
        word = twice if twice in _GUARDED_SET else once
        word = _WORDS.get(word, word)
    word = _MISSPELT.get(word, word)
    if _NT.match(word):
        return _NT.sub(r"\1 not", word)
    head, mark, tail = word.partition("'")
    if not mark:
        return word
    if word in ("can't", "won't", "ain't"):
        return _WORDS[word.replace("'", "")]
    return f"{head} {_TAIL_WORD[mark + tail]}" if mark + tail in _TAIL_WORD else head


def _undisguise(word: str) -> str:
    """The guarded word behind digits, signs or stars, else the word as it was."""
    bare = word.translate(_DISGUISE)
    if "*" not in bare:
        return bare if bare in _GUARDED_SET or bare in _MISSPELT else word
    shape = re.compile(re.escape(bare).replace(r"\*", "."))
    return next((guarded for guarded in _GUARDED if len(guarded) > 2 and shape.fullmatch(guarded)), word)


def _pieces(folded: str) -> list[tuple[str, int, int]]:
    """Words and marks with their place; letters written apart are put together."""
    apart: dict[int, tuple[int, list[str]]] = {}
    for found in _SPACED.finditer(folded):
        hidden = _segment(re.sub(r"[^a-z0-9]", "", found[0]))
        if hidden:
            apart[found.start()] = (found.end(), hidden)
    pieces: list[tuple[str, int, int]] = []
    skip_to = 0
    for found in _PIECE.finditer(folded):
        start, end = found.span()
        if start in apart:
            skip_to, hidden = apart[start]
            pieces.extend((word, start, skip_to) for word in hidden)
        if start < skip_to:
            continue
        word = found[0]
        if word.startswith("am") and pieces and len(pieces[-1][0]) > 3 and pieces[-1][0].endswith("i"):
            # "tonighti am": the word before swallowed the "i".
            before, begin, stop = pieces.pop()
            pieces += [(before[:-1], begin, stop - 1), ("i", stop - 1, stop)]
        if word in _TAILS and pieces and _is_cut(pieces[-1], word, start):
            before, begin, _ = pieces.pop()
            pieces.append((before + "'" + word, begin, end) if word != "t" else (before + "'t", begin, end))
        else:
            pieces.append((word, start, end))
    return pieces


def _is_cut(before: tuple[str, int, int], tail: str, start: int) -> bool:
    """Whether `tail` is the rest of a word whose apostrophe became a space."""
    word, _, end = before
    if start - end != 1:
        return False
    return word in _BEFORE_T if tail == "t" else word.isalpha()


def read(text: str) -> Reading:
    """The text in plain words, each with its place in the text as written."""
    folded, origin = _folded(text)
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    colour: list[str] = []
    for piece, start, end in _pieces(folded):
        if piece[0].isalnum():
            plain = _plain(piece)
        elif piece[0] in ".!?;:\n":
            plain = END
        elif piece[0] in ",-()/":
            plain = COMMA
        else:
            colour.append(piece)
            continue
        if plain in _COLOUR:
            colour.append(plain)
            continue
        for word in plain.split(" "):
            words.append(word)
            starts.append(start if origin is None else origin[start])
            ends.append(end if origin is None else origin[end - 1] + 1)
    at: list[int] = []
    place = 1
    for word in words:
        at.append(place)
        place += len(word) + 1
    return Reading(
        plain=" " + " ".join(words) + " ",
        at=tuple(at),
        starts=tuple(starts),
        ends=tuple(ends),
        words=frozenset(words),
        colour=frozenset(colour),
    )
