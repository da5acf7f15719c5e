"""Reads an ask of one's own for the respect rules: the same ones that hold for every challenge in the library.

It works by plain phrases, in English only. It names a rule so that the person can rewrite; it decides nothing else.
"""

from __future__ import annotations

import re

import msgspec


class Breach(msgspec.Struct, frozen=True, order=True):
    """Where in the text which rule is touched: `text[start:end]` are the words."""

    start: int
    end: int
    rule: str


_DEAR = r"(?:friend|mum|mom|mother|dad|father|sister|brother|partner|wife|husband|girlfriend|boyfriend|son" \
        r"|daughter|gran|grandma|grandad|aunt|uncle|cousin|nan)s?"
_STRANGER = r"(?:strangers?|passers?-?by|some(?:one|body)|any(?:one|body)|people|random|pedestrians?|commuters?" \
            r"|(?:the |a )?(?:man|woman|person|guy|lady|gentleman) (?:next|in|on|at|behind|beside))"
_WORKER = r"(?:barista|waiter|waitress|server|cashier|bartender|bar(?:man|maid)|nurse|receptionist|sales ?(?:man" \
          r"|woman|person)|shop (?:assistant|girl|boy|keeper)|assistant|flight attendant|steward(?:ess)?|driver" \
          r"|trainer|hairdresser|barber|librarian|clerk|doctor|dentist|therapist|physio\w*|librarian|staff" \
          r"|(?:man|woman|girl|guy|boy|person|lady) (?:who|that) (?:works|serves|is working)|baker|guard|teacher" \
          r"|postman|courier|delivery \w+|instructor|masseu\w+|concierge|usher)"
_CHILD = r"(?:child|children|kids?|toddlers?|teens?|teenagers?|minors?|school ?(?:boys?|girls?|kids?|children)" \
         r"|pupils?|(?:\w+ )?(?:[5-9]|1[0-7])[ -]years?[ -]olds?|little (?:boys?|girls?)|youngsters?)"
_MONEY = r"(?:[£$€]\s?\d+|\d+\s?(?:[£$€]|pounds?|dollars?|euros?|quid|bucks|pence|cents)|money|cash|(?:spare )?change" \
         r"|(?:bus|train|taxi|cab) (?:fare|money|ticket)|a (?:pound|dollar|euro|fiver|tenner|loan|donation)" \
         r"|(?:one|two|five|ten|twenty|fifty|a hundred|a few) (?:pounds?|dollars?|euros?|quid|bucks))"

_PATTERNS: dict[str, tuple[str, ...]] = {
    "touch": (
        r"\b(?:free )?hugs?\b", r"\bhugging\b", r"\bkiss(?:es|ing)?\b", r"\bcuddles?\b", r"\bmassages?\b",
        r"\bhold(?:ing)? (?:\w+ )?(?:\w+'s )?hands?\b", r"\barm.?wrestl\w+", r"\bhigh.?fives?\b",
        r"\b(?:touch|stroke|pat|pinch|poke|tickle|grab|lick|sniff|squeeze|braid)\b (?=(?:\S+ ){0,2}?"
        r"(?:hair|beard|arms?|face|hands?|shoulders?|muscles?|belly|head|back|nose|knee|leg|feet|foot|tattoos?"
        r"|him|her|them|stranger|someone)\b)",
        r"\btap\b (?:\S+ ){1,3}on the (?:shoulder|back|arm)", r"\bpiggyback\b", r"\b(?:sit|sitting) on (?:\S+ )lap\b",
        r"\bslow dance\b",
    ),
    "filming": (
        r"\b(?:film|filming|video|videoing)\b (?=(?:a|an|the|my|his|her|their|them|him|people|strangers?|it"
        r"|everyone|someone|how|what|me|myself|while|us)\b)(?!(?:a |the )?(?:maker|crew|star|club|festival|time|fan))",
        r"\b(?:secretly )?record(?:ing)? (?:it|them|him|people|strangers?|everyone|someone|us|myself|me|the (?:call"
        r"|chat|talk|conversation|reaction|answer|whole)|(?:their|his|her) (?:\w+ )?(?:reaction|answer|face|voice))\b",
        r"\b(?:hidden|secret|body|spy) ?cam(?:era)?s?\b", r"\blive.?stream\w*", r"\bvlog\w*", r"\bon camera\b",
        r"\b(?:put|post|upload|share) (?:\S+ ){1,3}?on(?:to)? (?:tik ?tok|youtube|instagram|snapchat|facebook"
        r"|social media|my channel|my story)\b",
        r"\b(?:take|taking|snap|shoot|get) (?:a |some |their |his |her )?(?:photos?|pictures?|pics?|selfies?|videos?)"
        r" (?:of|with) (?!me\b|us\b|myself\b|my\b|our\b|the (?:bridge|view|sea|house|church))",
        r"\b(?:take|taking|snap) (?:their|his|her|a stranger's|someone's) (?:photo|picture|pic)\b",
        r"\bphotograph (?:a|an|the|some|his|her|their|them|him|people|strangers?|someone)\b(?! of)",
    ),
    "following": (
        r"\b(?:follow|following|chase|chasing|stalk|stalking|trail)\b (?:(?:a|an|the|that|some|this) (?:\w+ ){0,2}?"
        r"(?:man|woman|girl|boy|guy|lady|stranger|person|couple|" + _WORKER + r"|passers?-?by|family|group)"
        r"|him|her(?! (?:recipe|advice|steps|lead|example|blog|moves))|them|someone|somebody|people|strangers)\b"
        r"(?! back on| on (?:insta|twitter|tik))",
        r"\b(?:walk|run|go) after (?:a |the |some )?(?:\w+ )?(?:stranger|him|her|them|someone|man|woman|person|girl)\b",
        r"\bkeep (?:on )?(?:asking|calling|phoning|messaging|texting|trying|insisting|bothering|going)\b.{0,40}?"
        r"\b(?:until|till)\b",
        r"\b(?:ask|asking|call|message|text|try) (?:\S+ ){0,3}?(?:again and again|over and over|repeatedly|non-?stop)",
        r"\b(?:until|till) (?:he|she|they|someone|somebody) (?:says?|gives?|answers?|agrees?)\b",
        r"\bwait(?:ing)? (?:outside|in front of|at|near|by) (?:his|her|their) (?:house|home|flat|door|work|car|gym"
        r"|school|office|building|apartment)\b",
        r"\bafter (?:they|he|she) (?:has |have )?(?:says?|said) no\b", r"\bwon't take no\b",
        r"\bnot take no for an answer\b",
    ),
    "money": (
        r"\b(?:ask|asking)\b (?:\S+ ){0,2}?" + _STRANGER + r"\b(?:(?! where| which| what| how| when| if there)[^.\n])"
        r"{0,50}?\b(?:for|lend me|loan me|give me|borrow) (?:some |a little |their )?" + _MONEY + r"(?!\w)",
        r"\b(?:ask|asking|get|getting)\b (?:\S+ ){0,2}?" + _STRANGER + r"\b(?:(?! where| which| what| how| when)[^.\n])"
        r"{0,40}?\b(?:to )?(?:pay for (?:me|my)|pay my|buy me|treat me|sponsor me|cover my|fund me|pay me)\b",
        r"\bbeg(?:ging)?\b(?! (?:your|to differ))", r"\bpanhandl\w+", r"\bspare (?:some )?change\b",
        r"\bborrow (?:\S+ ){0,2}?" + _MONEY + r" (?:from|off) (?:a |some )?" + _STRANGER,
    ),
    "staff_only": (
        r"\b(?:go|come|step|stand|get|walk|be|work|jump|sit|let me|allowed|me) (?:\w+ )?behind the (?:counter|bar"
        r"|desk|till|scenes)\b",
        r"\b(?:staff|employee|crew)(?: |-)?(?:only|room|area|entrance|kitchen|toilet|door)\b",
        r"\bemployees?.only\b", r"\bback ?stage\b", r"\bcockpit\b", r"\b(?:stock|store|server|control|engine) ?room\b",
        r"\b(?:see|visit|enter|tour|look (?:at|into|in|around|round)|peek (?:at|into|in)|into|inside|in|through"
        r"|show me) (?:the|their|your|its) (?:\w+ )?kitchens?\b(?! (?:shop|department|section|table|tools|design|show))",
        r"\bkitchen of (?:a|the) (?:\w+ )?(?:restaurant|café|cafe|hotel|pub|bar|bakery)\b",
        r"\b(?:announcement|sing|speak|talk|say \S+|joke) (?:\w+ )?(?:over|on|through|into) the (?:\S+ )?(?:speakers?"
        r"|intercom|tannoy|pa|loudspeakers?|microphone)\b",
        r"\b(?:driver's|captain's) (?:seat|cabin|bridge)\b", r"\brestricted (?:area|zone)\b", r"\btrespass\w*",
        r"\bsneak (?:in|into|past|behind)\b", r"\boperating (?:room|theatre)\b", r"\bvault\b",
    ),
    "minors": (
        r"\b(?:ask|asking|tell|talk (?:to|with)|speak (?:to|with)|chat (?:to|with|up)|approach|invite|greet|challenge"
        r"|play with|dance with|offer|give|film|join|meet|compliment|photograph|message|say \S+ to|race|hug|help"
        r"|follow|befriend)\b (?:(?:a|an|the|some|any|two|three|four|five|few|group|of|small|young|other|random"
        r"|local|stranger's|someone's|neighbour's) ){0,4}" + _CHILD
        + r"\b(?!(?:'s|s'|') (?:menu|section|book|room|hospital|clinic|author))(?! (?:menu|section|book|doctor"
        r"|club leader|charity|services?)\b)",
        r"\b(?:kids|children|teens|teenagers) (?:at|in|on|from) (?:the |a )?(?:playground|park|school|bus|street)\b",
    ),
    "false_story": (
        r"\bpretend(?:ing)?\b", r"\b(?:tell|telling|say|with) (?:\S+ ){0,3}?(?:a|some|white|small|little) lies?\b",
        r"\blie (?:to|about)\b", r"\blying (?:to|about)\b", r"\btell (?:\S+ ){0,3}?lies\b",
        r"\bclaim(?:ing)? (?:to be|that|i|it's|it is)\b",
        r"\b(?:make|making|made) up (?:a|an|some|my|the|that)\b (?:\w+ )?(?:stor\w+|reason|excuse|name|illness|tale"
        r"|job|i)\b", r"\bmade.up (?:stor\w+|name|reason|excuse)\b", r"\b(?:act|behave|acting) (?:as if|like) (?:i|we)\b",
        r"\bfak(?:e|ing) (?:an? )?(?:name|story|accent|id|injury|limp|illness|cry|emergency|identity|job|call|tears"
        r"|reason|being|to)\b", r"\bfalse (?:name|story|reason|identity)\b",
        r"\bwhen (?:it|i|that|he|she|we) (?:isn't|isnt|is not|am not|'m not|aren't|are not|really isn't|wasn't)\b",
        r"\b(?:even )?though (?:it|i|that) (?:isn't|is not|am not|'m not)\b", r"\bpranks?\b",
        r"\binvent(?:ing)? (?:a|an|some) (?:\w+ )?(?:story|reason|excuse|illness|emergency)\b",
        r"\bimpersonat\w+", r"\b(?:pose|posing) as\b", r"\btrick (?:him|her|them|someone|people|a|the)\b",
    ),
    "at_their_work": (
        r"\bask(?:ing)? (?:out )?(?:(?:a|an|the|that|this|my|our|cute|nice|pretty|handsome|young|new|\w+'s|local) ){0,4}"
        + _WORKER + r"\b (?:[^.,;\n]{0,30}? )?(?:out\b(?= (?:on|for|to|with|after)\b|\s*$|[.,;!?\n])|on a date\b"
        r"|for a date\b)",
        r"\bask(?:ing)? out (?:\w+ ){0,3}" + _WORKER + r"\b",
        r"\b" + _WORKER + r"\b[^.\n]{0,40}?\b(?:(?:for )?(?:her|his) (?:phone |mobile )?number\b|(?:is|are) single\b"
        r"|has a (?:boyfriend|girlfriend|partner)|go out with me|out on a date|on a date|for a date"
        r"|(?:to|for) (?:dinner|a drink|drinks) with me|ask (?:her|him|them) out)\b",
        r"\bflirt(?:ing)? with (?:\w+ ){0,3}?" + _WORKER + r"\b",
        r"\b(?:invite|take) (?:\w+ ){0,3}?" + _WORKER + r"\b[^.\n]{0,30}?\b(?:to|for|on) (?:dinner|a drink|drinks"
        r"|a date|coffee|the cinema|my place)\b",
    ),
    "my_work": (
        r"\b(?:my|our) (?:(?:line|shift|team|store|general) )?(?:boss|manager|supervisor|colleagues?|co-?workers?"
        r"|team lead(?:er)?|workplace|employers?|employees?|interns?|clients?|customers?|patients?|students?"
        r"|tenants?)\b", r"\b(?:an?|some|two|another|one|with) (?:co-?workers?|(?<!former )colleagues?)\b",
        r"(?<!day )(?<!her )(?<!his )(?<!their )(?<!your )(?<!week )\bat (?:my )?work\b", r"\bin my office\b",
        r"\bat my (?:office|job)\b", r"\bhuman resources\b", r"\bthe (?:ceo|office party)\b",
    ),
}

_COMPILED = {
    rule: tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    for rule, patterns in _PATTERNS.items()
}
RULES = tuple(_PATTERNS)
"""Every rule an ask is read for; each has words in `content/advice.toml`."""

_EXCUSED = {
    "touch": re.compile(
        rf"\b(?:my|our|a|an old|the) (?:\w+ )?{_DEAR}\b|\b(?:dog|cat|horse|pet|puppy|rabbit)s?\b|\bno touching\b",
        re.IGNORECASE,
    ),
    "filming": re.compile(r"\bwithout (?:filming|recording)\b|\bno (?:filming|recording)\b", re.IGNORECASE),
}
"""What makes a phrase fine when it stands in the same sentence."""


def read_ask(text: str) -> tuple[Breach, ...]:
    """Every respect rule the text touches, in the order of the text; none when it is fine."""
    plain = text.replace("\u2019", "'")
    found = {
        Breach(match.start(), match.end(), rule)
        for rule, patterns in _COMPILED.items()
        for pattern in patterns
        for match in pattern.finditer(plain)
        if not _is_excused(rule, plain, match)
    }
    return tuple(sorted(found))


def _is_excused(rule: str, text: str, match: re.Match[str]) -> bool:
    excuse = _EXCUSED.get(rule)
    if excuse is None:
        return False
    start = max(text.rfind(mark, 0, match.start()) for mark in ".!?\n") + 1
    ends = [end for mark in ".!?\n" if (end := text.find(mark, match.end())) >= 0]
    return bool(excuse.search(text, start, min(ends, default=len(text))))
