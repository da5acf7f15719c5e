"""The words the rules are built from, and the notation they are written in.

Patterns run over the plain copy made by `language_text`: filler words are gone, one space stands between words, "." ends a
sentence and "," is a pause. Gaps are counted in words and cross neither, so no pattern can run away.

Notation, one way of saying it a line: `<name>` is a piece defined above, `{a|b}` words that may be missing, `~3` up to
three words of any kind, everything else a regular expression.
"""

from __future__ import annotations

import re

_PIECES: dict[str, str] = {}
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
_OPTIONAL = re.compile(r"\{([^{}]*[^{}\d][^{}]*)\} ")
_GAP = re.compile(r"~(\d) ")
_LEFT_OPEN = re.compile(r"\{[^}]*[^}\d,]")
_PIECE = re.compile(r"<(\w+)>")


def compose(lines: str) -> str:
    """The regular expression for lines of the notation above; a piece nobody defined is a `KeyError`."""
    wanted = [line.strip() for line in lines.strip().splitlines()]
    text = "|".join(line for line in wanted if line)
    text = _GROUP.sub("(?:", text)
    text = _OPTIONAL.sub(r"(?:(?:\1) )?", text)
    if _LEFT_OPEN.search(text):
        raise ValueError(f"words that may be missing need a space behind them: {text[:80]}")
    text = _GAP.sub(r"(?:\\w+ ){0,\1}", text)
    return "(?:" + _PIECE.sub(lambda found: _PIECES[found[1]], text) + ")"


def _piece(name: str, lines: str) -> None:
    _PIECES[name] = compose(lines)


_piece("myself", "myself|my self|me self|my own self")

# -- Ways to die ----------------------------------------------------------------------------------------------------------
_piece("height", """
    bridge|building|roof|rooftop|balcony|cliff|window|ledge|overpass|floors?|storey|story|tower|tree|wall|edge
""")  # fmt: skip
_piece("road", "trains?|tracks?|bus|truck|lorry|traffic|cars?|subway|metro|tube|highway|motorway|river|ocean|sea")
_piece("jump", r"""
    (jump|leap|dive) ~1 (off|from|out of|in front of|under|down) ~5 (<height>|<road>)
    (jump|leap) (in to|into) ~1 (traffic|river|sea)
    (walk|run|step|lie|lay) ~2 (in front of|in to|into|under|on) ~3 (<road>)
    (drive|crash) ~4 (off|into|in to) ~3 (<height>|<road>)
    (throw|fling|hurl) <myself> (off|in front|under|out|into|from|in)
""")  # fmt: skip
_piece("jumping", r"""
    (jumping|leaping) ~1 (off|from|out of|in front of|under|down) ~5 (<height>|<road>)
    (walking|running|stepping|jumping) ~2 (in front of|in to|into|under) ~3 (<road>)
    driving off ~2 (road|bridge|cliff)
    (driving|crashing) ~4 (off|into|in to) ~3 (<height>|<road>)
    throwing <myself> (off|in front|under|out|into|from|in)
""")  # fmt: skip
_piece("my_life", r"""
    my ~1 (life|lives|existence|misery|suffering|pain)
    (this|the|all this|all the) ~1 (life|existence|pain|suffering|misery|torment|agony|nightmare)
""")  # fmt: skip

# -- Ending one's life, as it follows "to" --------------------------------------------------------------------------------
_piece("kill", r"""
    (kill|murder|off|drown|gas|poison|suffocate|erase|delete|euthani[sz]e|electrocute|sacrifice|overdose|end|finish) <myself>(?! (up|in))
    (hang|shoot|starve|stab|strangle|choke|execute) <myself>(?! (up|out|with a))
    (end|take|finish|lose) my ~2 life
    end (<my_life>)
    take <myself> out
    end it all
    put (an end|a stop) to (it all|<my_life>|<myself>)
    put <myself> (out of|down)
    commit ~1 suicide
    die (by|of|from) suicide
    (slit|slash|cut) my ~1 (wrists?|throat|neck|veins?|artery)
    (blow|shoot) my ~1 (brains?|head|face)
    put a (bullet|gun) (in|to|into|through|in to|in between) my
    overdose(?! of)
""")  # fmt: skip
_piece("killing", r"""
    (killing|murdering|offing|drowning|gassing|poisoning|suffocating|erasing|deleting|hanging|shooting|starving) <myself>
    (stabbing|strangling|choking|electrocuting|sacrificing) <myself>
    (ending|taking|finishing) my ~2 life
    ending (<my_life>)
    ending it(?! (with|on|there|well))
    taking <myself> out
    putting (an end|a stop) to (it all|<my_life>)
    committing ~1 suicide
    dying by suicide
    (slitting|slashing|cutting) my ~1 (wrists?|throat|neck|veins?|artery)
    (blowing|shooting) my ~1 (brains?|head|face)
    putting a (bullet|gun) (in|to|into|through|in to) my
    overdosing
""")  # fmt: skip
_piece("killed", r"""
    (killed|offed|drowned|gassed|poisoned|suffocated|hanged|hung|shot|starved|stabbed|strangled|choked) <myself>
    (ended|took|taken) my ~2 life
    ended it all
    committed suicide
    (slit|slashed|cut) my ~1 (wrists?|throat|neck|veins?)
    (blown|blew) my ~1 (brains?|head)
    overdosed
    jumped (off|from|out of|in front of) ~4 (<height>|<road>)
""")  # fmt: skip

# -- Not being, as it follows "to" -----------------------------------------------------------------------------------------
_piece("no_wake", "(never|not|without) ~1 (wake|waking|woke)")
_piece("die", r"""
    die
    be (dead|killed|euthani[sz]ed|murdered|put down)
    be gone(?= [.,]| $| (forever|already|from|and|for good|i|so|because))
    (not|never) (exist|live|be alive|be|have been born|have existed)(?= [.,]| $| (at all|any ?more|i|and|because|here|alive|now|but))
    no longer (exist|live|be alive|be here|be)
    (stop|quit) (existing|living|being alive|breathing|being here)
    cease (to exist|existing)
    <no_wake> up
    (sleep|asleep|bed|rest|eyes|off|down) ~3 <no_wake>
    (sleep|rest) (forever|eternally|for ever|for eternity)
    leave (this|the) ~1 (world|earth|planet|existence)
    leave this life
    (disappear|vanish|fade|go|go away|leave) (forever|for good|permanently|from (this|the) ~1 (world|earth|planet|life))
    be (done|over|finished|free) (with|from|of) (life|living|it all|this life|this world)
    get (killed|hit by|run over|murdered|shot|cancer|a terminal)
    have (died|never been born|not been born|never existed)
    (meet|join|embrace) (death|my maker)
""")  # fmt: skip
_piece("dying", r"""
    dying(?! (my|it|his|her) (hair|roots))
    (not|never) (existing|waking up|being alive|being here|living)
    being (dead|killed|gone forever|no longer)
    ceasing to exist
    my ~1 death
    leaving (this|the) ~1 (world|earth|planet)
    leaving this life
    (?<!to )death
""")  # fmt: skip

# -- Wanting, meaning, thinking ---------------------------------------------------------------------------------------------
_piece("want", """
    want|wanted|wanting|wish|wished|wishing|hope|hoping|need|needed|deserve|prefer|long|longing|ready|yearn|ache|pray|praying
    prayed|beg|begging|like|love|desire|urge|waiting|wait|meant|supposed|destined|content|willing|okay|ok|will|allowed|better
""")  # fmt: skip
_piece("think", r"""
    think|thinking|thought|thoughts|fantasi[sz]e|fantasi[sz]ing|fantasy|fantasies|dream|dreams|dreaming|daydream|daydreaming
    idea|ideas|contemplate|contemplated|contemplating|consider|considered|considering|plan|plans|planning|urge|urges|imagine
    imagining|vision|visions|verge|edge|brink|ideation|intention|talk|talking|research|researching|researched|googled?|googling
    tempted|feel|feels|feeling|felt|capable|picture|picturing|obsession|obsessing|obsessed|visuali[sz]\w+|rehears\w+|ruminat\w+|planned|struggling|struggle|dealing|flirt\w*|attempt\w*
""")  # fmt: skip
_piece("of", "about|of|on|over|like|with|to|for|into|at|toward|towards|through")
_piece("soon", r"""
    tonight|today|tomorrow|soon|now|right now|this (week|weekend|evening|morning|afternoon|month)|next (week|month)
    in (a|an|one|two|three|\d+) (hours?|days?|weeks?|minutes?|mins)
""")  # fmt: skip
_piece("drug", r"""
    pills?|tablets?|xanax|xanex|valiums?|tylenol|paracetamol|advil|benadryl|ibuprofen|aspirin|meds|medications?|antidepressants?
    codeine|prozac|insulin|melatonin|opioids?|fentanyl|heroin|\w+(pam|etine|aline|zolam|phen|zole)
""")  # fmt: skip

# -- Other people -----------------------------------------------------------------------------------------------------------
_piece("they", """
    he|she|they|husband|wife|boyfriend|girlfriend|bf|gf|ex|partner|father|mother|stepfather|stepdad|stepmother|stepmom|brother
    sister|uncle|parents|roommate|flatmate|fiance|spouse|grandfather|cousin
""")  # fmt: skip
_piece("hurts", r"""
    hits|beats|beating|chokes|choked|choking|strangles|strangled|punches|punched|kicks|slaps|slapped|rapes?|raped|raping|hurts
    molests|molested|abuses|abused|abusing|assaults|assaulted|stabbed|hit(?! on)|beat
    threatens to (kill|hurt)|threatened to (kill|hurt)|threatening to (kill|hurt)
""")  # fmt: skip

# -- Frames and small things the rules share -----------------------------------------------------------------------------------
_piece("ever_more", "any ?more|any longer|no more|at all")
_piece("stop", r"(?= [.,]| $| (and|i|but|because|so|now|today|tonight|or|with|if|when|please|bye|soon|again|right))")
_piece("not", "not|no longer|never|nor|stopped|without|hardly|barely")
_piece("wanting", "want|wanted|wanting|wish|wishing|like|care|desire|deserve|enjoy|meant|supposed|need")
_piece("nobody", "nobody|no one|noone|none|who|no ones|anyone|someone|everyone|everybody|they|people")
_piece("gone", """
    i (died|die|was dead|were dead|was gone|were gone|disappeared?|kill|killed|am dead|am gone|vanish\\w*|ended|was not here)
    i (was|were|am|had) ~1 not ~1 (here|alive|around|born|exist)
    i (never|did not|do not) ~1 (existed|exist|been born|was born|wake up)
""")  # fmt: skip
_piece("weapon", "gun|rope|noose|pistol|rifle|shotgun|handgun|helium|cyanide|razors?|razor blades?|blade|knife|bleach|antifreeze")
