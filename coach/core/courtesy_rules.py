"""What the respect rules listen for in an ask of one's own: one way to say it a line.

In a line, `<name>` stands for a group of words below, `{word}` may be left out, and `~3` lets up to three
words stand in between; the rest is a regular expression. English only.
"""

from __future__ import annotations

import re
from functools import cache

_GROUPS = {
    "stranger": "strangers?|pass(er|ers)-?by|someone|somebody|anyone|people|pedestrians?|commuters?|tourists?"
    "|man|woman|person|guy|lady|gentleman",
    "person": "strangers?|pass(er|ers)-?by|man|men|woman|women|girl|boy|guy|lady|person|couple|<worker>",
    "dear": "friends?|mum|mom|mother|dad|father|sister|brother|partner|wife|husband|girlfriend|boyfriend|son"
    "|daughter|gran|grandma|grandad|aunt|uncle|cousin|nan",
    "worker": "barista|waiter|waitress|server|cashier|bartender|barm[ae][nd]|nurse|receptionist|assistant"
    "|clerk|sales(man|woman|person)|shopkeeper|steward(ess)?|driver|trainer|hairdresser|barber|librarian|doctor"
    "|dentist|therapist|physio|baker|guard|teacher|postman|courier|instructor|masseu[rs]e?"
    "|(man|woman|girl|guy|boy|person|lady) (who|that) (works|serves)",
    "child": r"child|children|kids?|toddlers?|teens?|teenagers?|minors?|pupils?|youngsters?"
    r"|school\W?(boys?|girls?|kids?|child|children)|(little|young|teenage) (boys?|girls?)"
    r"|([5-9]|1[0-7])\W?years?\W?olds?",
    "some": "a|an|the|some|any|two|three|four|few|several|group|of|small|other|random|local|stranger's",
    "meet": "ask|asking|tell|talk (to|with)|speak (to|with)|chat (to|with|up)|approach|invite|greet|challenge"
    "|(play|dance) with|offer|give|film|meet|compliment|photograph|message|race|hug|follow|befriend",
    "money": r"[£$€]\s?\d+|\d+\s?([£$€]|pounds?|dollars?|euros?|quid|bucks|pence|cents)|money(?! advice)|cash"
    "|change(?! for)|(bus|train|taxi|cab) (fare|money|ticket)|a (pound|dollar|euro|fiver|tenner|loan)"
    "|(one|two|five|ten|twenty|fifty|hundred) (pounds?|dollars?|euros?|quid|bucks)",
    "body": "hair|beard|arms?|face|hands?|shoulders?|muscles?|belly|head|nose|knee|legs?|foot|feet|tattoos?"
    "|him|her|them|strangers?|someone",
    "home": "house|home|flat|door|work|car|gym|school|office",
    "stalk": "follow|following|chase|chasing|stalk|stalking",
    # Up to six words that do not turn the ask into a question about something else.
    "then": r"((?!where|which|what|how|when|if\b)[^\s.!?]+\s+){0,6}?",
}

_LINES = {
    "touch": r"""
        (hug|hugs|hugging|cuddle|cuddles|massage|massages|kiss|kisses|kissing|piggyback)
        (hold|holding) ~2 hands?
        arm\W?wrestl\w+
        high\W?fives?
        (touch|stroke|pat|pinch|poke|tickle|grab|lick|sniff|squeeze|braid) ~2 (<body>)
        tap ~3 on the (shoulder|back|arm)
        sit on ~1 lap
        (put|throw|wrap) ~2 arms? (around|on)
        feel ~1 (biceps|muscles?|hair|beard|arms?|tattoos?)
    """,
    "filming": r"""
        (?<!which\s)(?<!what\s)(?<!a\s)(?<!the\s)film(ing)? (an?|the|his|her|their|them|him|it|me|us)
        (film|filming|video) (people|strangers?|someone|everyone)('s?)?
        (while|as) ~3 films
        record(ing)? (it|them|him|us|people|strangers?|someone|everyone)
        record(ing)? the (call|chat|talk|conversation|reaction)
        record(ing)? (his|her|their) ~1 (reaction|answer|face|voice)
        (hidden|secret|spy|body) cam(era)?s?
        (live\W?stream\w*|vlog\w*|on camera)
        (put|post|upload|share) (it|this|him|her|them) on (tik\W?tok|youtube|snapchat|my (channel|story))
        (take|taking|snap) {a|some} (photo|picture|pic|video)s? of (him|her|them|people|someone)
        (take|taking|snap) {a|some} (photo|picture|pic|video)s? of {a|the|some} ~1 (<person>)
        (?<!me\sto\s)(?<!offer\sto\s)(take|taking|snap) (his|her|their|someone's) (photo|picture|pic)
    """,
    "following": r"""
        (<stalk>) (him|them|someone|people|strangers)(?! (back|on)\b)
        (<stalk>) {a|an|the|that|some} ~1 (<person>)(?! (back|on)\b)
        (<stalk>) her(?! (recipe|advice|steps|example|blog|moves|lead))
        (walk|run|go) after {a|the|some} ~1 (<person>|him|her|them|someone)
        keep {on} (asking|calling|phoning|messaging|texting|bothering) ~8 (until|till)
        (ask|call|message|text) ~5 (again and again|over and over|repeatedly)
        (until|till) (he|she|they|someone) ~1 (says? yes|gives? in|agrees?|answers?)
        wait(ing)? (outside|in front of|by|at|near) (his|her|their) ~1 (<home>)
        after (he|she|they|someone) ~1 (say|says|said) no
        every (day|hour) (until|till)
        (told|asked) me to (stop|leave)
        (won't|not) take no
    """,
    "money": r"""
        ask(ing)? ~2 (<stranger>) <then>(for|lend me|loan me|give me) {some|a little} (<money>)
        ask(ing)? ~2 (<stranger>) <then>(pay for (me|my)|pay my|buy me|treat me|cover my)
        beg(ging)? (for|at|in|on|people|strangers)
        spare change
        borrow ~2 (<money>) (from|off) ~1 (<stranger>)
    """,
    "staff_only": r"""
        (go|come|step|stand|get|walk|work|jump|sit|be|me) {back|right} behind the (counter|bar|desk|till)
        (staff|employees?|crew)\W?only
        (staff|crew|break|stock|store|control|engine|server)\s?(room|area|entrance)
        (back\s?stage|cockpit|trespass\w*|restricted area)
        (see|visit|enter|into|inside|around|show me|look (in|at)) (the|their|your) ~1 kitchen(?! (shop|table))
        kitchen of (a|the) ~1 (restaurant|café|cafe|hotel|pub|bar|bakery)
        (over|on|through) ~2 (speakers|loudspeakers?|intercom|tannoy)
        microphone (at|in|of) ~1 (supermarket|shop|store|station|train|plane)
        (driver|captain|pilot)'s (seat|cabin|bridge)
        sneak(ing)? (in|into|past|behind|onto)
    """,
    "minors": r"""
        (<meet>) {<some>} {<some>} {<some>} (<child>)(?!')(?! (menu|section|club|books?|hospital))
    """,
    "false_story": r"""
        pretend(ing)?
        (tell|telling) ~4 (a|some|white|small|little) lies?
        (lie|lying) (to|about)
        claim(ing)? (to be|that|i|it's)
        ma[kd](e|ing) up ~2 (story|stories|reason|excuse|name|illness|tale)
        (act|acting|behave) (as if|like) (i|we)
        fak(e|ing) (a|an|my|name|id|accent|story|injury|call|illness|tears|being)
        false (name|story|reason|identity)
        when (it|i|that) (isn't|is not|am not)(?=\W*$|[.,;]| (and|to|so)\b)
        (although|though) (it|i|that) (isn't|is not|am not)
        (although|though) (i'm|it's|that's) not
        (prank|pranks|pranking|impersonat\w+)
        invent(ing)? ~2 (story|reason|excuse|illness|emergency)
        pos(e|ing) as
        trick (him|her|them|someone|people|a|the)
    """,
    "at_their_work": r"""
        ask(ing)? ~4 (<worker>) ((at|in|from) ~3)?out(?=\W*$|[.,;!?]| (on|for|to|with|after)\b)
        ask(ing)? out ~3 (<worker>)
        (<worker>) ~8 (on|for) a date(?! (stamp|for|of))
        (<worker>) ~4 for (her|his) ~1 number
        (<worker>) ~4 (is|are) (single|seeing anyone)
        (<worker>) ~8 (go out with me|ask (her|him|them) out)
        (<worker>) ~6 (dinner|drinks?|coffee|cinema) with me
        flirt(ing)? with ~3 (<worker>)
        my number to ~2 (<worker>)
        (invite|take) ~3 (<worker>) ~4 (to|for|on) {a|the} (dinner|drinks?|date|coffee|cinema)
    """,
    "my_work": r"""
        (my|our) {line|shift|team} (boss|bosses|manager|supervisor|colleagues?|co\W?workers?|team lead(er)?)
        (my|our) (workplace|employers?|employees?|interns?|clients?|customers?|patients?|students?|tenants?)
        (a|some|two|another|one|with) (co\W?workers?|colleagues?)
        at my (work|job|office|desk)
        (?<!day\s|eek\s|ngs\s|ife\s)at work(?! on)
    """,
}


def _compose(line: str) -> str:
    """A line of the notation as a regular expression."""
    while (group := re.search(r"<(\w+)>", line)) is not None:
        line = line.replace(group.group(), _GROUPS[group.group(1)])
    line = re.sub(r"\{([^{}]*[^{},\d][^{}]*)\} ", r"(?:(?:\1) )?", line)
    line = re.sub(r"~(\d) ", r"(?:[^\\s.!?]+ ){0,\1}?", line)
    return rf"(?<!\w)(?:{line})(?!\w)".replace(" ", r"\s+")


RULES = tuple(_LINES)
"""Every rule an ask is read for; each has words in `content/advice.toml`."""


@cache
def patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    """What each rule listens for. Made when first needed: it takes longer than a start should."""
    return {
        rule: tuple(re.compile(_compose(line.strip()), re.IGNORECASE) for line in lines.strip().splitlines())
        for rule, lines in _LINES.items()
    }


@cache
def dear() -> re.Pattern[str]:
    """People one may well hug."""
    return re.compile(_compose(r"(my|our|a|an|old|the) ~1 (<dear>)"), re.IGNORECASE)


@cache
def ruled_out() -> re.Pattern[str]:
    """Right before a phrase: it is ruled out."""
    return re.compile(r"(?<!\w)(?:no|not|never|without|don't|won't)\s+(?:\w+\s+)?$", re.IGNORECASE)
