"""What around the words says that they mean something else, or that they are meant.

Every match is looked at in its own clause. It is let go when it is denied, said of or by somebody else, long over, literal or
a figure of speech; nothing in one clause silences another. The patterns use the notation of `language_pieces`.
"""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

import coach.core.language_pieces  # noqa: F401  (defines the pieces)
from coach.core.language_notation import compose
from coach.core.language_text import END, Reading

_NEAR = 90
"""How many characters of the sentence are looked at on either side of a match."""


class Counter(StrEnum):
    """Why a match says something else than it seems to."""

    DENIED = "denied"
    OTHERS = "others"
    OVER = "over"
    LITERAL = "literal"
    IDIOM = "idiom"


class Setting(msgspec.Struct, frozen=True, kw_only=True):
    """A match in the plain copy, with what stands left and right of it in its sentence. All begin and end with a space."""

    left: str
    words: str
    right: str


def setting(plain: str, start: int, end: int) -> Setting:
    """The sentence around `plain[start:end]`, where both ends are spaces; at most `_NEAR` characters on each side."""
    low = max(0, start - _NEAR)
    left = plain[low : start + 1]
    right = plain[end - 1 : end + _NEAR]
    left = left[left.rfind(f" {END} ") + 2 :] if f" {END} " in left else left
    stop = right.find(f" {END} ")
    return Setting(left=left, words=plain[start:end], right=right if stop < 0 else right[: stop + 1])


def _at_end(head: str, between: str = "", most: int = 4) -> re.Pattern[str]:
    """`head`, then at most `most` words out of `between`, then the match."""
    links = rf"(?: (?:{compose(between)})){{0,{most}}}" if between else ""
    return re.compile(rf" {compose(head)}{links} $")


def _at_start(lines: str) -> re.Pattern[str]:
    return re.compile(rf"^ {compose(lines)}(?= )")


def _within(lines: str) -> re.Pattern[str]:
    return re.compile(rf" {compose(lines)}(?= )")


# -- Denied ------------------------------------------------------------------------------------------------------------------
_DENIED = _at_end(
    "not|never|no longer|without|nor|neither|no",
    r"""
    want|wanted|wanting|going|ever|be|being|to|feel|feeling|felt|like|trying|plan|planning|think|thinking|thought|about|of|on|intend|say
    saying|here|even|it|a|have|had|been|any|mean|meant|encouraging|i|would|so much as|get|really|need|wish|intention|actual|contemplating
    """,
)
# A denial that denies nothing: "why not", "cannot stop", "the only reason i have not".
_STILL_MEANT = _within(r"""
    (why|might as well|if i|if i do|when i|until i|reason|reasons|only thing|or else) ~4 (not|never)
    (can|could) not ~1 (stop|help|wait|handle|take|shake|escape|quit|get|kill|even|bring|do|go)
    not ~1 (know|see|sure|understand|tell|afraid|scared|care|matter|only)
    should not ~1 (think|feel|be)
    (can|could) not
""")
# "i did not kill myself" is not said by someone who never came near it.
_CAME_NEAR = re.compile(r" i (?:did|have|had) not $")
_WANTING = re.compile(r"^ (?:i )?(?:want|wish|need|feel|think|plan)")
_OWN_NO = re.compile(r"^ (?:i )?(?:\w+ )?(?:not|never|no|nor|without|lost|losing|lose|stopped|any|the|hardly|barely)\b")

# -- Somebody else -----------------------------------------------------------------------------------------------------------
_SUBJECT = r"(<they>|him|them|her|you|yourself|we|us|people|everyone|everybody|someone|somebody|anyone|folks|friends?|kids?|guys?|girls?|person|patients?|who|those|others|women|men|son|daughter|character|wife's|teens?|one|caucasians|men|actor|celebrity|student|students|neighbou?r|coworker|colleague|classmate|cat|dog|kitty|laptop|computer|phone|bf's)"
_OTHERS = _at_end(
    rf"{_SUBJECT}",
    """
    that|who|do|does|did|would|will|all|both|might|may|can|could|should|is|was|are|were|wants?|wanted|say|says|said|tells?|told|going|to
    about|trying|tried|tries|threatened|threatens|threatening|attempted|attempts|decided|be|been|has|had|have|from|of|not|feel|feels|feeling
    felt|either|in|thinking|thinks|keeps?|starts?|seems|got|talks?|talking|committed|died|dying|by
    """,
)
_OTHERS_INSIDE = re.compile(
    r" (?:my|your|his|her|their|a|the|that) (?:\w+ )?(?:mother|father|brother|sister|friend|friends|partner|husband|wife|boyfriend|girlfriend|son|daughter|cousin|kitty|cat|dog|uncle|aunt|ex|roommate|child|kid|student|patient|person|people) (?:is|was|are|were|has|had|be|been|gets|got|became|seems|feels|felt) "
)
_TOLD = _at_end(
    r"""
    (told|tell|tells|telling|asked|asking|messaged?|messages?|comments?|dms?|wants?|wanted|threat\w*|encourag\w+|urged|say|says|saying|said) ~2 (me|my|us|i)
    (told|called|say|says|saying|said|telling)
    """,
    r"to|should|and|please|that|i|go|better|have|need|just|\w+",
    5,
)
_OWN_VOICE = _within(r"(i|i have|voice|voices|brain|mind|head|thoughts?|depression|something|heart|myself|everything) ~2 (told|tell|tells|telling|said|says|saying|scream\w*|keeps?|wants?|called|asked)")
_FIRST_PERSON = re.compile(r" (?:i|me|my|myself|mine|am) ")

# -- Over ----------------------------------------------------------------------------------------------------------------------
_LONG_AGO = _within(r"""
    used to
    (years|decades|ages|long time|months) ago
    (back then|in the past|long ago|once upon|at one point|in a past|formerly|growing up|as a (kid|teen|teenager|child))
    when i was (a|in|\d+|young|younger|little|at|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)
    (in|during|through|since) (high|middle|primary|secondary) school
    in (19|20)\d\d
    a (decade|while|lifetime) (back|ago)
""")
_RESOLVED = _within(r"""
    (better|okay|ok|fine|happy|happier|safe|good|well|recovered|stable|healthy) (now|today|these days|since|nowadays)
    (so|very|am|was|be|being|feel|been) ~1 (glad|grateful|thankful|lucky|happy) ~2 (i|to be|that i|survived|alive|did not|here|still)
    (glad|grateful|thankful) ~2 (survived|alive|did not|failed|lived|here)
    no longer (suicidal|feel|want|think)
    (do|am|have) not (feel that|like that|that way|had those|want that|suicidal) ~1 (any ?more|now|since|way)
    not (any ?more|now)
    (recovered|in recovery|got help|got better|getting better|got through|behind me|moved on|those days|past that|got over)
    (clean|free|sober) (for|since) ~4 (years?|months)
    (years?|months) (clean|free|self harm free|sober)
    (have|had) not (cut|self harmed|hurt myself|harmed|done it|felt like that|felt that) {myself|that way} (in|for|since)
""")
_NOW = re.compile(r" (?:still|now|again|today|tonight|lately|always|anymore|everyday|currently|recently|keep|rn|every) ")

# -- Literal, and figures of speech -----------------------------------------------------------------------------------------------
_FELT = (
    r"(embarrass\w*|shame|cringe|cringing|awkward\w*|humiliat\w*|mortif\w*|shyness|laugh\w*|giggl\w*|boredom|bored|happiness|joy|cute\w*|excitement"
    r"|jealous\w*|envy|hunger|thirst|heat|heatstroke|cold|covid|corona\w*|nerves|anxiety|second hand|secondhand|anticipation|curiosity|blush\w*|blue balls|frustration|overload|feels|pride)"
)
_EVERYDAY = r"(chocolate|sugar|coffee|caffeine|carbs|candy|cake|cheese|cuteness|tea|tacos|pizza|turkey|love|music|kpop|christmas|memes|happiness|netflix|vitamin\w*)"
# What a word on the left of each pair means when the words on its right follow it.
_LITERAL = (
    (_within("die|dead|dying|death"), _at_start(rf"""
        (of|from|with|out of|by|due to) ~2 {_FELT}
        {{my|his|her|your|the|their|it|some}} (hair|roots|eyebrows|beard|shirt|fabric|eggs|wool)
        (on|over|upon) ~2 hill
        for (you|him|her|them|my country|a|the|that|this|it|your|love|freedom|food|chocolate)(?! (long|few|while|past|last|years|months|weeks|most))
        (in|like) (a|an|the) (war|battle|game|match|movie|film|duel|hero|dog|legend|blaze|king|queen|man)
        (laughing|trying|alone|old|young|hard|fighting|rich|yet|a (virgin|hero|legend|natural|happy)|in (this|that) (game|movie|film|dress|outfit|map|level)|with (laughter|dignity|a smile|them|him|her))
        than (?!(live|living|keep|continue|go on|be alive|stay|exist|wake|suffer|face|put|feel|deal|spend|endure)\b)\w+
    """)),
    (_within("(cut|cutting|burn|burned|burnt|burning|hurt|hurting|harm|slice|sliced|injure|scratch|scratching) (<myself>|my \\w+)|self"), _at_start(r"""
        (shaving|cooking|some slack|short|off|out|a (slice|piece|cheque|check|deal|break|bit)|with (the|a) (kitchen|bread|iron|can|curling))
        on (the|a|some|my) ~1 (glass|paper|oven|stove|pan|can|tin|knife|edge|corner|fence|page|iron|hob|kettle|toast\w*|grater|mug|plate)
        (playing|lifting|running|falling|jogging|skating|exercising|working|training|doing (squats|yoga|sport|this exercise|a))
        (at|in) (the gym|work|practi[cs]e|football|training|a fall|the kitchen)
        (while|when|by) ~2 (shaving|cooking|chopping|slicing|peeling|running|exercising|playing|climbing|lifting|fell|falling|opening|tripped|slipped)
    """)),
    (_within("<kill>|<killing>|<killed>"), _at_start(rf"""
        (training|working|studying|practi[sc]ing|lifting|laughing|at the (gym|office)|to (get|make|impress|finish|please|be|meet|pass|look)|with (laughter|work|laughing))
        {{on|of}} ~2 {_EVERYDAY}
        (up on|up to dry|out with|with (you|friends|them))
        than (?!(live|living|keep|continue|go on|be alive|stay|exist|wake|suffer|face|feel|deal|endure)\b)\w+
    """)),
    (_within("suicide"), _at_start("squad|doors?|prevention|hotline|awareness|watch|sprints?|drills?|runs?|burn|bombers?|bombing|silence|forest|mission|boys|girls|hill|table|rates?|statistics|by cop")),
)
_LITERAL_LEFT = _at_end(
    r"""
    (can|could) not come and
    (hair|clothes|shirt|wool) (i|to|want|going)
    (running|run|ran|doing|did|do) (laps and|those|these)
    anti
    """
)
_SHY = re.compile(
    r" (?:embarrass\w*|cring\w+|awkward\w*|mortif\w+|humiliat\w*|blush\w*|red faced|went red|stutter\w*|secondhand|second hand|ashamed|so shy|rejected me|the ground) "
)
_DEATH_WISH = re.compile(r" (?:die|dead|disappear|vanish|myself|life|death|exist|drop|end it all) ")
_STORY = re.compile(
    r" (?:song|songs|lyrics?|album|band|movie|film|films|movies|episode|season|book|books|novel|character|characters|game|games|anime|manga|comic|plot|fic|fanfic|scene|chapter|trailer|actor|actress) "
)
_EARNEST = re.compile(r" (?:for real|not joking|no joke|not kidding|i mean it|in earnest|not an? (?:figure|joke|exaggeration)|not exaggerating|suicid\w*|serious|not being dramatic) ")

# -- What weighs ----------------------------------------------------------------------------------------------------------------
_DESPAIR = re.compile(
    r"(?<= )(?:depress\w+|worthless|hopeless\w*|pointless|useless|burden|goodbye|farewell|suffer\w*|lonely|loneliness|alone|no one|nobody|therap\w+|psych\w+|hospital|inpatient|meds|medication|pills|"
    r"note|notes|tonight|failure|failed|empty|emptiness|numb|misery|miserable|escape|crying|cry|cried|suicid\w*|overdos\w+|noose|gun|rope|knife|hate (?:my life|myself|me|living|being|who)|hates? me|my life|life is|in life|of life|living|"
    r"give up|giving up|given up|gave up|any ?more|no longer|can not (?:do this|take|go on|cope|handle|keep|live)|do this any|tired of|sick of|exhausted|done with|end it|ending it|unbearable|unloved|unwanted|abus\w+|trauma\w*|ptsd|bipolar|bpd|disorder|"
    r"parents|family|reason to|no reason|nothing (?:left|matters|to)|no hope|no future|no friends|no point|no way out|point of|darkness|despair|despise|self harm|cutting|attempt\w*|courage|peace|pain|hurting|hurts|please help|help me|scared|sorry|ruined|trapped|stuck|forever|existence|broken|disgusting|pathetic|loser|deserve|thoughts|mental\w*|anxiety|lost|every day|everyday|all the time|for years|wish|selfish|torture|hell|wake up|ugly)(?= )"
)
_LIGHT = re.compile(
    r"(?<= )(?:lol|lmao|lmfao|rofl|haha\w*|hehe\w*|omg|xd|smh|bts|bro|bruh|bestie|y'?all|yall|gorl|bitch|dude|homework|assignments?|exam|exams|essay|essays|finals|quiz|professor|teacher|class|classes|thesis|laptop|wifi|internet|pizza|food|coffee|sandwich|cheese|"
    r"ate|eat|eating|hungover|hangover|cramps|period|workout|gym|hot|cute|pretty|hair|dress|outfit|shirt|song|songs|album|music|concert|listening|movie|movies|film|watch|watching|watched|episode|season|show|book|game|games|gaming|twitter|tweet|tweets|tl|stan|fandom|fans|ship|tiktok|photo|photos|pics|selfie|"
    r"user|http\w*|traffic|shift|boss|meeting|zoom|email|coding|code|cringe|cringy|awkward|embarrass\w+|weather|cold|bus|monday|mondays|team|match|goal|season|trump|nose|mouth|back hurts|headache|sneez\w+|tooth|teeth|spoiler\w*|literally|stream|vote|ps4|ps3|xbox|phone|discord|instagram|ig|snap|baby|babe|queen|king|kdrama|anime|oh wow|funny|joke|jokes)(?= )"
)


def _count(pattern: re.Pattern[str], plain: str) -> int:
    """How many different cues of `pattern` are in `plain`."""
    return len(set(pattern.findall(plain)))


def despair(reading: Reading) -> int:
    """How many different cues of despair the text holds."""
    return _count(_DESPAIR, reading.plain)


def lightness(reading: Reading) -> int:
    """How many different cues of everyday talk the text holds; a cue is a word, an emoji or a sign like "#"."""
    return _count(_LIGHT, reading.plain) + len(reading.colour & {"#", "@", "😂", "🤣", "💀", "😭", "😍", "🥺", "literally"})


def _literal(around: Setting) -> bool:
    """Whether what follows the match gives its words another meaning."""
    return any(said.search(around.words) and after.search(around.right) for said, after in _LITERAL)


def _denied(around: Setting) -> bool:
    if _OWN_NO.match(around.words) or not _DENIED.search(around.left) or _STILL_MEANT.search(around.left):
        return False
    return not _CAME_NEAR.search(around.left) or bool(_WANTING.match(around.words))


def countered(around: Setting, reading: Reading, *, figurative: bool) -> Counter | None:
    """Why a match means something else; `None` if it stands.

    `figurative`: the words are also a common figure of speech.
    """
    if _denied(around):
        return Counter.DENIED
    if not around.words.startswith(" i ") and _OTHERS.search(around.left) or _OTHERS_INSIDE.search(around.words):
        return Counter.OTHERS
    if _TOLD.search(around.left) and not _OWN_VOICE.search(around.left):
        return Counter.OTHERS
    clause = around.left[:-1] + around.words[:-1] + around.right
    if _LONG_AGO.search(clause) and not _NOW.search(clause):
        return Counter.OVER
    if _RESOLVED.search(reading.plain) and re.search(r"ed |thought|tried|was|been|had|cut|took", around.words + around.left[-12:]):
        return Counter.OVER
    if _LITERAL_LEFT.search(around.left) or _literal(around):
        return Counter.LITERAL
    if figurative and _SHY.search(clause) and _DEATH_WISH.search(around.words) and not _EARNEST.search(reading.plain):
        return Counter.IDIOM
    return None
