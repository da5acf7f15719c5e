"""What around the words says that they mean something else.

Every match is looked at in its own clause: it may be denied, said of or by somebody else, long over, literal, or a
figure of speech. Nothing in one clause silences another. The patterns use the notation of `language_notation`.
"""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

import coach.core.language_pieces  # noqa: F401  (defines the pieces)
from coach.core.language_notation import Wording, compose
from coach.core.language_text import END, Reading

_NEAR = 90
"""How many characters of the sentence are looked at on either side of a match."""

_AROUND = 160
"""How many characters of its own and the next sentence are looked at on either side of an everyday frame."""


class Counter(StrEnum):
    """Why a match says something else than it seems to."""

    DENIED = "denied"
    OTHERS = "others"
    OVER = "over"
    LITERAL = "literal"
    IDIOM = "idiom"


class Air(msgspec.Struct, frozen=True, kw_only=True):
    """What the whole text says about every match in it, read once.

    `earnest`: the writer says that it is meant. `resolved`: something is told as got over. `gloom`: how many cues of
    despair there are.
    """

    earnest: bool
    resolved: bool
    gloom: int


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """A match in the plain copy and what stands beside it in its sentence; each begins and ends with a space."""

    left: str
    words: str
    right: str


def setting(plain: str, start: int, end: int) -> Setting:
    """The sentence around `plain[start:end]`, where both ends are spaces; at most `_NEAR` characters a side."""
    left = plain[max(0, start - _NEAR) : start + 1]
    right = plain[end - 1 : end + _NEAR]
    stop = right.find(f" {END} ")
    return Setting(
        left=left[left.rfind(f" {END} ") + 2 :] if f" {END} " in left else left,
        words=plain[start:end],
        right=right if stop < 0 else right[: stop + 1],
    )


class Span(msgspec.Struct, frozen=True):
    """A stretch of the plain copy: characters from `start`, up to `end`, exclusive."""

    start: int
    end: int


def nearby(plain: str, start: int, end: int) -> tuple[Span, Span]:
    """What stands before and after `plain[start:end]` in its sentence and the next one on either side.

    At most `_AROUND` characters a side.
    """
    mark = f" {END} "
    first = plain.rfind(mark, max(0, start - _AROUND), start)
    left = plain.rfind(mark, max(0, start - _AROUND), first) if first > 0 else first
    last = plain.find(mark, end, end + _AROUND)
    right = plain.find(mark, last + 1, end + _AROUND) if last >= 0 else last
    return (
        Span(max(left, start - _AROUND, 0), start),
        Span(end, right if right >= 0 else min(end + _AROUND, len(plain))),
    )


def _before(head: str, between: str = "", most: int = 4) -> Wording:
    """`head`, then at most `most` words out of `between`, then the match."""
    links = rf"(?: {compose(between)}){{0,{most}}}" if between else ""
    return Wording(head, " ", rf"{links} $")


def _after(lines: str) -> Wording:
    return Wording(lines, "^ ")


def _within(lines: str) -> Wording:
    return Wording(lines)


# -- Denied ----------------------------------------------------------------------------------------------
_DENIED = _before(
    "not|never|no longer|without|nor|neither",
    r"""
    want|wanted|wanting|going|ever|be|being|to|feel|feeling|felt|like|trying|plan|planning|think|thinking|
    thought|about|of|on|intend|say|saying|here|even|it|a|have|had|been|any|mean|meant|encouraging|i|would|
    so much as|get|need|wish|intention|contemplating|thoughts|idea|ideas|urge|urges|plans|suicidal
    """,
)
# In "the no i got" and "she said no, i want to" it is an answer.
_NO = _before("no", "intentions?|plans?|wish|desire|thoughts?|urges?|ideas?|need|of|to|about|any|such|suicidal")
# A denial that denies nothing: "why not", "cannot stop", "the only reason i have not".
_STILL_MEANT = _within(r"""
    (why|might as well|if i|if i do|when i|until i|reason|reasons|only thing|or else) ~4 (not|never)
    not ~1 (know|see|sure|understand|tell|afraid|scared|care|matter|only)
    should not ~1 (think|feel|be)
    (fight|fighting|try|trying|struggle|struggling|hard|promised?|beg|begging) ~1 not
    (can|could) not
""")
# "i did not kill myself" is not said by someone who never came near it.
_CAME_NEAR = re.compile(r" i (?:did|have|had) not $")
_WANTING = re.compile(r"^ (?:i )?(?:want|wish|need|feel|think|plan)")
_DENIED_INSIDE = _within("(not|never|no longer) {feel|feeling|been} suicidal")
_OWN_NO = _after(r"{i} ~1 (not|never|no|nor|without|lost|losing|lose|stopped|any|the|hardly|barely)")

# -- Somebody else ---------------------------------------------------------------------------------------
_SOMEBODY = r"""
    <they>|him|them|her|you|yourself|we|us|people|everyone|everybody|someone|somebody|anyone|folks|friends?|
    kids?|guys?|girls?|person|patients?|who|those|others|women|men|son|daughter|character|teens?|one|actor|
    celebrity|students?|neighbou?r|coworker|colleague|classmate|cat|dog|laptop|computer|phone|villain|hero
"""
_OTHERS = _before(
    _SOMEBODY,
    """
    that|who|do|does|did|would|will|all|both|might|may|can|could|should|is|was|are|were|wants?|wanted|say|
    says|said|tells?|told|going|to|about|trying|tried|tries|threatened|threatens|threatening|attempted|
    attempts|decided|be|been|has|had|have|from|of|not|feel|feels|feeling|felt|either|in|thinking|thinks|
    keeps?|starts?|seems|got|talks?|talking|committed|died|dying|by
    """,
)
_OTHERS_INSIDE = _within(rf"""
    (my|your|his|her|their|a|the|that) ~1 ({_SOMEBODY.strip()}|child|cousin|aunt) (is|was|are|were|has|had|
    be|been|gets|got|became|seems|feels|felt)
""")
_OWN = _after("{before|until|unless|if|because} i")
_TOLD = _before(
    r"""
    (told|tell|tells|telling|asked|asking|messaged?|messages?|comments?|dms?|wants?|wanted|threat\w*|
    encourag\w+|urged|say|says|saying|said) ~2 (me|my|us|i)
    (told|called|say|says|saying|said|telling)
    """,
    "to|should|and|please|that|i|go|better|have|need",
)
_STORY = _before(
    r"""
    song|songs|lyrics?|chorus|album|band|film|movie|episode|novel|poem|plot|scene|chapter|line|
    (character|title) (called|named|says?)
    """,
    r"\w+",
)
# "my brain tells me to", "i told him that".
_OWN_VOICE = _within(r"""
    (i|i have|voices?|brain|mind|head|thoughts?|depression|something|heart|myself|everything) ~2 (told|tell|
    tells|telling|said|says|saying|scream\w*|keeps?|wants?|called|asked)
""")

# -- Over ------------------------------------------------------------------------------------------------
_LONG_AGO = _within(r"""
    used to
    (years|decades|ages|long time|months) ago
    (back then|in the past|long ago|at one point|formerly|growing up|as a (kid|teen|teenager|child))
    when i was (a|in|\d+|young|younger|little|at|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)
    (in|during|through|since) (high|middle|primary|secondary) school
    in (19|20)\d\d
    a (decade|while|lifetime) (back|ago)
""")
_RESOLVED = _within(r"""
    (better|okay|ok|fine|happy|happier|safe|good|well|recovered|stable|healthy) (now|today|these days|nowadays)
    (so|very|am|was|be|being|feel|been) ~1 (glad|grateful|thankful|lucky|happy) ~2 (i|to be|that i|survived|
    alive|did not|here|still)
    (glad|grateful|thankful) ~2 (survived|alive|did not|failed|lived|here)
    no longer (suicidal|feel|want|think)
    (do|am|have) not (feel that|like that|that way|had those|want that) ~1 (any ?more|now|since|way)
    not (any ?more|now)
    (recovered|in recovery|got help|got better|getting better|got through|behind me|moved on|past that|got over)
    (clean|free|sober) (for|since) ~4 (years?|months)
    (years?|months) (clean|free|self harm free|sober)
    (have|had) not (cut|self harmed|hurt|harmed|done it|felt) {myself|like that|that|that way} (in|for|since)
""")
_CLEAN = _before("clean|free|years|months|stopped|quit", "from|of|for|without|any|all|the")
_RELAPSED = _within("relaps\\w*|broke|broken|gone|ruined|lost|ended|failed|again|but")
_PAST = re.compile(r"ed |thought|tried|was|been|had|cut|took")
_NOW = _within(r"""
    still|now|again|today|tonight|lately|always|any ?more|everyday|currently|recently|keep|wanting|i want
    am (?!(glad|happy|fine|okay|ok|better|grateful|thankful|alive)\b)\w+
""")

# -- Literal, and figures of speech ----------------------------------------------------------------------
_FELT = r"""
    embarrass\w*|shame|cring\w*|awkward\w*|humiliat\w*|mortif\w*|shyness|laugh\w*|giggl\w*|boredom|bored|
    happiness|joy|cute\w*|excitement|jealous\w*|envy|hunger|thirst|heat|heatstroke|cold|covid|corona\w*|
    nerves|anxiety|second ?hand|anticipation|curiosity|blush\w*|frustration|overload|pride
"""
_TREAT = r"""
    chocolate|sugar|coffee|caffeine|carbs|candy|sweets|cake|cheese|cuteness|tea|tacos|pizza|turkey|love|
    music|christmas|memes|happiness|netflix|vitamin\w*
"""
# "i would rather die than ask" is a figure of speech; "than live like this" is not.
_THAN = r"""
    than (?!(live|living|keep|continue|go on|be alive|stay|exist|wake|suffer|face|put|feel|deal|spend)\b)\w+
"""
# The words on the left mean something else when the words on their right follow.
_LITERAL = (
    (
        _within("die|dead|dying|death"),
        _after(rf"""
            (of|from|with|out of|by|due to) ~2 ({_FELT.strip()})
            {{my|his|her|your|the|their|it|some}} (hair|roots|eyebrows|beard|shirt|fabric|eggs|wool)
            (on|over|upon) ~2 hill
            on(?= [.,]| $)
            for (you|him|her|them|my country|a|the|that|this|it|your|love|freedom)(?! (long|few|while|past|
            last|years|months|weeks|most))
            (in|like) (a|an|the) (war|battle|game|match|movie|film|duel|hero|legend|king|queen|man)
            (laughing|trying|alone|old|young|hard|fighting|rich|yet)
            a (virgin|hero|legend|natural|happy)
            in (this|that) (game|movie|film|dress|outfit|map|level)
            with (laughter|dignity|a smile|them|him|her)
            {_THAN.strip()}
        """),
    ),
    (
        _within(r"""
            (cut|cutting|burn|burned|burnt|burning|hurt|hurting|harm|slice|sliced|injure|scratch|
            scratching) (<myself>|my \w+)
        """),
        _after(r"""
            (shaving|cooking|some slack|short|off|out|a (slice|piece|cheque|check|deal|break|bit))
            with (the|a) (kitchen|bread|iron|can|curling)
            on (the|a|an|some|my|his|her|their) (?!arms?|wrists?|legs?|thighs?|skin|hips)\w+
            (playing|lifting|running|falling|jogging|skating|exercising|working|training)
            doing (squats|yoga|sport|this exercise|a)
            (at|in) (the gym|work|practi[cs]e|football|training|a fall|the kitchen)
            (while|when|by) ~2 (shaving|cooking|chopping|slicing|peeling|running|exercising|playing|
            climbing|lifting|fell|falling|opening|tripped|slipped)
        """),
    ),
    (
        _within("<kill>|<killing>|<killed>"),
        _after(rf"""
            (training|working|studying|practi[sc]ing|lifting|laughing|at the (gym|office))
            in the (foot|leg)
            to (get|make|impress|finish|please|be|meet|pass|look)
            with (laughter|work|laughing)
            {{on|of}} ~2 ({_TREAT.strip()})
            (up on|up to dry|out with|with (you|friends|them))
            {_THAN.strip()}
        """),
    ),
    (
        _within("killed <myself>"),
        _after("(on(?! purpose)|over|down|up|running|carrying|climbing|lifting|tripping|trying|getting|with|for)"),
    ),
    (
        _within("suicide"),
        _after("""
            squad|doors?|prevention|awareness|watch|sprints?|drills?|runs?|burn|bombers?|bombing|forest|
            mission|hill|table|rates?|statistics
        """),
    ),
)
_LITERAL_INSIDE = _within(r"""
    (scared|frightened|bored|worried|sick|tired|loved?|starv\w+|freez\w+|froze|frozen) ~1 to death
    (social|career|political|professional|financial|commercial|economic|dating|fashion) suicide
""")
_LITERAL_SUICIDE = _before(
    r"""
    (it|that|this) (was|is|would be|felt like|feels like)
    \w+ing ~3 (was|is|would be|felt like|feels like)
    (social|career|political|professional|financial|commercial|economic|dating|fashion)
    """
)
_LITERAL_BEFORE = _before(r"""
    (can|could) not come and
    (hair|clothes|shirt|wool) (i|to|want|going)
    (running|run|ran|doing|did|do) (laps and|those|these)
    anti
    hill (i|you|we|they|to|that i)
""")
_SHY = _within(r"""
    embarrass\w*|cring\w+|awkward\w*|mortif\w+|humiliat\w*|blush\w*|red faced|(went|turned) (so )?red|
    stutter\w*|second ?hand|ashamed|so shy|the ground
""")
_DEATH_WISH = _within("die|died|dying|dead|disappear|vanish")
# "i wanted to die when she laughed": a moment, told afterwards.
_MOMENT = _within("when|after|as|while|said|laugh(ed|ing)|look(ed|ing)|star(ed|ing)|asked|front of")
_A_STORY = 8
"""More words than this say where and how: "i wanted to die" among them tells of a moment."""

_WANTED_THEN = _after("{i} (wanted|felt like|could have) ~1 (die|died|dying|to die|disappear|to jump)")
_EARNEST = _within(r"""
    for real|not joking|no joke|not kidding|mean it|in earnest|serious|not exaggerating|suicid\w*|
    not (a|an) (figure|joke|exaggeration)|not being dramatic
""")


def _denied(around: Setting) -> bool:
    if _DENIED_INSIDE.pattern.search(around.words):
        return True
    if _NO.pattern.search(around.left) and not around.words.startswith(" i "):
        return True
    if not _DENIED.pattern.search(around.left):
        return False
    if _OWN_NO.pattern.match(around.words) or _STILL_MEANT.pattern.search(around.left):
        return False
    return not _CAME_NEAR.search(around.left) or bool(_WANTING.match(around.words))


def _of_others(around: Setting) -> bool:
    """Whether somebody else wants, does or says it."""
    if _OTHERS_INSIDE.pattern.search(around.words):
        return True
    if not _OWN.pattern.search(around.words) and _OTHERS.pattern.search(around.left):
        return True
    told = _TOLD.pattern.search(around.left) or _STORY.pattern.search(around.left)
    return told is not None and not _OWN_VOICE.pattern.search(around.left)


def _over(around: Setting, clause: str, resolved: bool) -> bool:
    """Whether it is told as something past, or as something got over."""
    if _LONG_AGO.pattern.search(clause) and not _NOW.pattern.search(clause):
        return True
    if _CLEAN.pattern.search(around.left) and not _RELAPSED.pattern.search(clause):
        return True
    return resolved and bool(_PAST.search(around.words + around.left[-12:]))


def _literal(around: Setting) -> bool:
    if _LITERAL_BEFORE.pattern.search(around.left) or _LITERAL_INSIDE.pattern.search(around.words):
        return True
    if around.words.startswith(" suicide") and _LITERAL_SUICIDE.pattern.search(around.left):
        return True
    return any(said.pattern.search(around.words) and after.pattern.search(around.right) for said, after in _LITERAL)


def _idiom(around: Setting, clause: str, gloom: int) -> bool:
    """Whether it is how people speak of a hot face."""
    if _SHY.pattern.search(clause) and _DEATH_WISH.pattern.search(around.words):
        return True
    told = _MOMENT.pattern.search(clause) is not None or clause.count(" ") > _A_STORY
    return told and not gloom and _WANTED_THEN.pattern.match(around.words) is not None


def air(reading: Reading, gloom: int) -> Air:
    """What the text says about every match in it."""
    return Air(
        earnest=_EARNEST.pattern.search(reading.plain) is not None,
        resolved=_RESOLVED.pattern.search(reading.plain) is not None,
        gloom=gloom,
    )


def countered(around: Setting, around_all: Air, *, figurative: bool) -> Counter | None:
    """Why a match means something else; `None` if it stands.

    `figurative`: the words are also a common figure of speech.
    """
    clause = around.left[:-1] + around.words[:-1] + around.right
    if _denied(around):
        return Counter.DENIED
    if _of_others(around):
        return Counter.OTHERS
    if _over(around, clause, around_all.resolved):
        return Counter.OVER
    if _literal(around):
        return Counter.LITERAL
    if figurative and not around_all.earnest and _idiom(around, clause, around_all.gloom):
        return Counter.IDIOM
    return None
