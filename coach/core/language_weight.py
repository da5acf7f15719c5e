"""How heavy a text is: cues of despair less cues of everyday talk.

The same four words are a groan about a slow bus and the truth. What else stands in the text tells which, so both
kinds of cue are counted, each once. Nothing of this leaves the moment of reading.
"""

from __future__ import annotations

from coach.core.language_context import Span
from coach.core.language_notation import Cue, Wording
from coach.core.language_text import Reading


def _cues(lines: str) -> Wording:
    return Wording(lines, "(?<= )")


_DESPAIR = _cues(r"""
    depress\w+|worthless|hopeless\w*|pointless|useless|burden|suffer\w*|loneliness|hospital|inpatient|misery|
    miserable|suicid\w*|overdos\w*|noose|gun|rope|emptiness|numb|hate (my life|living|being|myself)|
    give up|giving up|given up|gave up|no longer|any ?more|
    can not (take|go on|cope|handle|keep|live)|end it|ending it|unbearable|unloved|unwanted|abus\w+|
    trauma\w*|ptsd|bipolar|bpd|disorder|no hope|no future|no friends|no point|no way out|
    nothing left|darkness|despair|despise|self harm|cutting|existence|torture|reason to|no reason|my life|life is|
    of life|living|pills|failure|therap\w+|psych\w+|tired of|sick of|done with|empty
""")
# Heard of a bus that was missed as often as of a life: two of them are worth one.
_MILD = _cues(r"""
    goodbye|farewell|lonely|alone|no one|nobody|meds|medication|notes?|tonight|failed|escape|crying|cry|cried|
    hate (me|who)|hates? me|in life|do this any|exhausted|parents|family|nothing (matters|to)|point of|attempt\w*|
    courage|peace|pain|hurting|hurts|please help|help me|scared|sorry|ruined|trapped|stuck|broken|disgusting|pathetic|
    loser|deserve|thoughts|mental\w*|anxiety|lost|every day|everyday|all the time|for years|wish|selfish|hell|
    wake up|ugly|knife|can not do this
""")
_EVERYDAY = _cues(r"""
    lol|lmao|lmfao|rofl|haha\w*|hehe\w*|omg|xd|smh|bro|bruh|bestie|yall|bitch|dude|homework|assignments?|
    exams?|essays?|finals|quiz|professor|teacher|class|classes|thesis|laptop|wifi|internet|pizza|food|coffee|
    sandwich|cheese|ate|eat|eating|hungover|hangover|cramps|period|workout|gym|hot|cute|pretty|hair|dress|
    outfit|shirt|songs?|album|music|concert|listening|movies?|film|watch|watching|watched|episode|season|show|
    book|games?|gaming|twitter|tweets?|tl|stan|fandom|fans|ship|tiktok|photos?|pics|selfie|user|http\w*|
    traffic|shift|boss|meeting|zoom|email|coding|code|cringe|cringy|awkward|embarrass\w+|weather|cold|bus|
    mondays?|team|match|goal|trump|nose|mouth|back hurts|headache|sneez\w+|tooth|teeth|spoiler\w*|stream|
    vote|ps4|ps3|xbox|phone|discord|instagram|ig|snap|baby|babe|queen|king|kdrama|anime|oh wow|funny|jokes?|
    bts|gorl
""")
# Beside an everyday frame. One of the first says what it means; of the second, one is a quiet line and two say it.
# What the rules themselves find there counts as well, so no word stands here that is also a figure of speech.
_NAMED = {
    Cue.DEATH: _cues(r"""
        suicidal|(?<! social )(?<! career )(?<! was )(?<! like )suicide(?! (squad|sprints?|to|runs?|prevention))|
        noose|cyanide|\w*nitrite|painless (way|death|exit|method)|lethal (dose|amount)|sleeping (pills|tablets)|
        (bottle|handful|stash) (of )?(<drug>)|self harm\w*(?! free)
    """),
    Cue.DANGER: _cues(r"""
        (hits?|beats?|hurts?|chok\w+|strangl\w+|punch\w*|kicks?|slap\w*|threaten\w*) me(?! (<no_blow>)(?= ))|
        violen\w+|raped?|bruis\w+|(afraid|scared) of (him|her)
    """),
}
_GLOOMY = {
    Cue.DEATH: _cues(r"""
        worthless|hopeless\w*(?! (at|about|with|in))|suffering|unbearable|despair|depress(ed|ion|ing)(?! about)|
        emptiness|nothing matters|(everything|life) ~2 (useless|pointless)|ptsd|ruined my life|forgive me|
        hate (my life|myself|living|being alive|existing)(?! (for|when|in|next|with))|not ~2 way out(?! of)|
        no (hope|future|way out)(?! (of|for|at|in|from|with|but))|nothing left(?! (to|in|on|for))|
        no (reason|point) (any ?more|left|in (life|living|going on)|to (live|go on))|(my|the) (pain|suffering) (is|to|
        will|would)|end (it all|(my|the) (pain|suffering))|(will|may|might) not wake up(?! (in time|early|at|before))|
        can not (go on|live|keep (going|living)|(take|do) (it|this) any ?more)(?! (with|in|without|next|on|at|near))|
        (tired|sick|exhausted|done) (of|with) (life|living|everything|it all|fighting)(?! (in|at|with|about|on|here))|
        burden (to|on)|love you all|better off(?! (in|at|on|with))|(last|final) (message|post|goodbye)|
        (no one|nobody) ((would|will) (care|miss|notice|cry)|{who} (cares|loves))(?! (about|if|for) (?!me))|
        (?<! the )(?<! glue )gun|pistol|shotgun|(have|got|bought) (the|a|enough) (pills|rope)|
        (want|wanted|going|ready) to jump(?= [.,]| $| (off|from))
    """),
    Cue.DANGER: _cues(r"""
        (scared|afraid|terrified|frightened) of|trapped|locked|drunk|screams?|screamed|threat\w*|not safe|unsafe
    """),
}
_SIGNS = frozenset(("#", "@", "😂", "🤣", "💀", "😭", "😍", "🥺", "literally"))

_TOLD = _cues("wanted|felt|could|would|nearly|almost|thought")


def despair(plain: str) -> int:
    """How many different cues of despair the plain words hold, mild ones among them."""
    return len(set(_DESPAIR.pattern.findall(plain))) + len(set(_MILD.pattern.findall(plain)))


def deep_despair(plain: str) -> int:
    """The same where a mild cue is worth half: for words that also tell of an evening that went wrong."""
    return len(set(_DESPAIR.pattern.findall(plain))) + len(set(_MILD.pattern.findall(plain))) // 2


def everyday(reading: Reading) -> int:
    """How many different cues of everyday talk the text holds: words, emoji and signs like "#"."""
    return len(set(_EVERYDAY.pattern.findall(reading.plain))) + len(reading.colour & _SIGNS)


def signs(plain: str, near: tuple[Span, Span], cue: Cue) -> int:
    """What the words near an everyday frame are worth: two for one that names it, one for each that is gloomy.

    The frame's own words, between the two spans, do not count.
    """
    named, gloomy = _NAMED[cue].pattern, _GLOOMY[cue].pattern
    beside = [plain[max(0, span.start - 1) : span.end + 1] for span in near]
    return 2 * any(named.search(part) for part in beside) + len({w for part in beside for w in gloomy.findall(part)})


def touched(plain: str) -> bool:
    """Whether any sign stands anywhere; without one no everyday frame needs to be looked for."""
    return any(cues.pattern.search(plain) for cues in (*_NAMED.values(), *_GLOOMY.values()))


def told(plain: str) -> bool:
    """Whether the text tells of a moment that was, or could be: "i wanted to die", "i could die"."""
    return _TOLD.pattern.search(plain) is not None
