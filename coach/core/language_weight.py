"""How heavy a text is: cues of despair less cues of everyday talk.

The same four words are a groan about a slow bus and the truth. What else stands in the text tells which, so both
kinds of cue are counted, each once. Nothing of this leaves the moment of reading.
"""

from __future__ import annotations

import re

from coach.core.language_notation import compose
from coach.core.language_text import Reading


def _cues(lines: str) -> re.Pattern[str]:
    return re.compile(rf"(?<= ){compose(lines)}(?= )")


_DESPAIR = _cues(r"""
    depress\w+|worthless|hopeless\w*|pointless|useless|burden|goodbye|farewell|suffer\w*|lonely|loneliness|
    alone|no one|nobody|therap\w+|psych\w+|hospital|inpatient|meds|medication|pills|notes?|tonight|failure|
    failed|empty|emptiness|numb|misery|miserable|escape|crying|cry|cried|suicid\w*|overdos\w+|noose|gun|
    rope|knife|hate (my life|myself|me|living|being|who)|hates? me|my life|life is|in life|of life|living|
    give up|giving up|given up|gave up|any ?more|no longer|can not (do this|take|go on|cope|handle|keep|live)|
    do this any|tired of|sick of|exhausted|done with|end it|ending it|unbearable|unloved|unwanted|abus\w+|
    trauma\w*|ptsd|bipolar|bpd|disorder|parents|family|reason to|no reason|nothing (left|matters|to)|no hope|
    no future|no friends|no point|no way out|point of|darkness|despair|despise|self harm|cutting|attempt\w*|
    courage|peace|pain|hurting|hurts|please help|help me|scared|sorry|ruined|trapped|stuck|existence|
    broken|disgusting|pathetic|loser|deserve|thoughts|mental\w*|anxiety|lost|every day|everyday|
    all the time|for years|wish|selfish|torture|hell|wake up|ugly
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
_SIGNS = frozenset(("#", "@", "😂", "🤣", "💀", "😭", "😍", "🥺", "literally"))


def despair(plain: str) -> int:
    """How many different cues of despair the plain words hold."""
    return len(set(_DESPAIR.findall(plain)))


def everyday(reading: Reading) -> int:
    """How many different cues of everyday talk the text holds: words, emoji and signs like "#"."""
    return len(set(_EVERYDAY.findall(reading.plain))) + len(reading.colour & _SIGNS)
