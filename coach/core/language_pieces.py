"""The words the rules are built from: ways to die, ways of not being, wanting, thinking, other people."""

from __future__ import annotations

from coach.core.language_notation import define

define("myself", "myself|my self|me self|my own self")

# -- Ways to die -------------------------------------------------------------------------------------------
define(
    "height",
    r"""
    bridge|building|roof|rooftop|balcony|cliff|window|ledge|overpass|floors?|storey|story|tower|tree|wall|
        edge
""",
)
define("road", "trains?|tracks?|bus|truck|lorry|traffic|cars?|subway|metro|tube|highway|motorway|river|ocean|sea")
define(
    "jump",
    r"""
    (jump|leap|dive) ~1 (off|from|out of|in front of|under|down) ~5 (<height>|<road>)
    (jump|leap) (in to|into) ~1 (traffic|river|sea)
    (walk|run|step|lie|lay) ~2 (in front of|in to|into|under|on) ~3 (<road>)
    (drive|crash) ~4 (off|into|in to) ~3 (<height>|<road>)
    (throw|fling|hurl) <myself> (off|in front|under|out|into|from|in)
""",
)
define(
    "jumping",
    r"""
    (jumping|leaping) ~1 (off|from|out of|in front of|under|down) ~5 (<height>|<road>)
    (walking|running|stepping|jumping) ~2 (in front of|in to|into|under) ~3 (<road>)
    driving off ~2 (road|bridge|cliff)
    (driving|crashing) ~4 (off|into|in to) ~3 (<height>|<road>)
    throwing <myself> (off|in front|under|out|into|from|in)
""",
)
define(
    "my_life",
    r"""
    my ~1 (life|lives|existence|misery|suffering|pain)
    (this|the|all this|all the) ~1 (life|existence|pain|suffering|misery|torment|agony|nightmare)
""",
)

# -- Ending one's life, as it follows "to" -----------------------------------------------------------------
define(
    "kill",
    r"""
    (kill|murder|off|drown|gas|poison|suffocate|erase|delete|euthani[sz]e|electrocute|sacrifice|overdose) <myself>
    (end|finish) <myself>(?! (up|in))
    (hang|shoot|starve|stab|strangle|choke|execute) <myself>(?! (up|out|with a))
    (end|take|finish|lose) my ~2 life
    end (<my_life>)
    take <myself> out
    end it all
    put (an end|a stop) to (it all|<my_life>|<myself>)
    put <myself> (out of|down)
    commit ~1 suicide
    die (by|of|from) suicide
    (slit|slash|cut|slice|stab) my ~1 (wrists?|throat|neck|veins?|artery)
    (set|light) <myself> (on fire|alight|ablaze)
    (blow|shoot) my ~1 (brains?|head|face)
    put a (bullet|gun) (in|to|into|through|in to|in between) my
    overdose(?! of)
""",
)
define(
    "killing",
    r"""
    (killing|murdering|offing|drowning|gassing|poisoning|suffocating|erasing|deleting|hanging|shooting|
        starving) <myself>
    (stabbing|strangling|choking|electrocuting|sacrificing) <myself>
    (ending|taking|finishing) my ~2 life
    ending (<my_life>)
    ending it(?! (with|on|there|well))
    taking <myself> out
    putting (an end|a stop) to (it all|<my_life>)
    committing ~1 suicide
    dying by suicide
    (slitting|slashing|cutting|slicing|stabbing) my ~1 (wrists?|throat|neck|veins?|artery)
    (setting|lighting) <myself> (on fire|alight|ablaze)
    (blowing|shooting) my ~1 (brains?|head|face)
    putting a (bullet|gun) (in|to|into|through|in to) my
    overdosing
""",
)
define(
    "killed",
    r"""
    (killed|offed|drowned|gassed|poisoned|suffocated|hanged|hung|shot|starved|stabbed|strangled|
        choked) <myself>
    (ended|took|taken) my ~2 life
    ended it all
    committed suicide
    (slit|slashed|cut|sliced|stabbed) my ~1 (wrists?|throat|neck|veins?)
    (blown|blew) my ~1 (brains?|head)
    overdosed
    jumped (off|from|out of|in front of) ~4 (<height>|<road>)
""",
)

# -- Not being, as it follows "to" -------------------------------------------------------------------------
define("no_wake", "(never|not|without) ~1 (wake|waking|woke)")
define(
    "die",
    r"""
    die
    be (dead|killed|euthani[sz]ed|murdered|put down)
    be gone(?= [.,]| $| (forever|already|from|and|for good|i|so|because))
    (not|never) (exist|live|be alive|be|have been born|have existed)(?= [.,]| $| (at all|any ?more|i|and|
        because|here|alive|now|but))
    no longer (exist|live|be alive|be here|be)
    (stop|quit) (existing|living|being alive|breathing|being here)
    cease (to exist|existing)
    <no_wake> up
    (sleep|asleep|bed|rest|eyes|off|down) ~3 <no_wake>
    (sleep|rest) (forever|eternally|for ever|for eternity)
    leave (this|the) ~1 (world|earth|planet|existence)
    leave this life
    (disappear|vanish|fade|go|go away|leave) (forever|for good|permanently|from (this|the) ~1 (world|earth|
        planet|life))
    be (done|over|finished|free) (with|from|of) (life|living|it all|this life|this world)
    get (killed|hit by|run over|murdered|shot|cancer|a terminal)
    have (died|never been born|not been born|never existed)
    (meet|join|embrace) (death|my maker)
""",
)
define(
    "dying",
    r"""
    dying(?! (my|it|his|her) (hair|roots))
    (not|never) (existing|waking up|being alive|being here|living)
    being (dead|killed|gone forever|no longer)
    ceasing to exist
    my ~1 death
    leaving (this|the) ~1 (world|earth|planet)
    leaving this life
    (?<!to )death
""",
)

# -- Wanting, meaning, thinking ----------------------------------------------------------------------------
define(
    "want",
    r"""
    want|wanted|wanting|wish|wished|wishing|hope|hoping|need|needed|deserve|prefer|long|longing|ready|yearn|
        ache|pray|praying
    prayed|beg|begging|like|love|desire|urge|waiting|wait|meant|supposed|destined|content|willing|okay|ok|
        will|allowed|better
""",
)
define(
    "think",
    r"""
    think|thinking|thought|thoughts|fantasi[sz]e|fantasi[sz]ing|fantasy|fantasies|dream|dreams|dreaming|
        daydream|daydreaming
    idea|ideas|contemplate|contemplated|contemplating|consider|considered|considering|plan|plans|planning|
        urge|urges|imagine
    imagining|vision|visions|verge|edge|brink|ideation|intention|research|researching|
        researched|googled?|googling
    tempted|capable|picture|picturing|obsession|obsessing|obsessed|visuali[sz]\w+|rehears\w+|ruminat\w+|
        planned|struggling|struggle|dealing|flirt\w*|attempt\w*
""",
)
define("of", "about|of|on|over|like|with|to|for|into|at|toward|towards|through")
define(
    "soon",
    r"""
    tonight|today|tomorrow|soon|now|right now|this (week|weekend|evening|morning|afternoon|month)|
        next (week|month)
    in (a|an|one|two|three|\d+) (hours?|days?|weeks?|minutes?|mins)
""",
)
define(
    "drug",
    r"""
    pills?|tablets?|xanax|xanex|valiums?|tylenol|paracetamol|advil|benadryl|ibuprofen|aspirin|meds|
        medications?|antidepressants?
    codeine|prozac|insulin|melatonin|opioids?|fentanyl|heroin|\w+(pam|etine|aline|zolam|phen|zole)
""",
)

# -- Other people ------------------------------------------------------------------------------------------
define(
    "they",
    r"""
    he|she|they|husband|wife|boyfriend|girlfriend|bf|gf|ex|partner|father|mother|stepfather|stepdad|
        stepmother|stepmom|brother
    sister|uncle|parents|roommate|flatmate|fiance|spouse|grandfather|cousin
""",
)
define(
    "hurts",
    r"""
    hits|beats|beating|chokes|choked|choking|strangles|strangled|punches|punched|kicks|slaps|slapped|rapes?|
        raped|raping|hurts
    molests|molested|abuses|abused|abusing|assaults|assaulted|stabbed|hit(?! on)|beat
    threatens to (kill|hurt)|threatened to (kill|hurt)|threatening to (kill|hurt)
""",
)

# -- Frames and small things the rules share ---------------------------------------------------------------
define("ever_more", "any ?more|any longer|no more|at all")
define("stop", r"(?= [.,]| $| (and|i|but|because|so|now|today|tonight|or|with|if|when|please|bye|soon|again|right))")
define("not", "not|no longer|never|nor|stopped|without|hardly|barely")
define("wanting", "want|wanted|wanting|wish|wishing|like|care|desire|deserve|enjoy|meant|supposed|need")
define("nobody", "nobody|no one|noone|none|who|no ones|anyone|someone|everyone|everybody|they|people")
define(
    "gone",
    r"""
    i (died|die|was dead|were dead|was gone|were gone|disappeared?|kill|killed|am dead|am gone|vanish\w*|
        ended|was not here)
    i (was|were|am|had) ~1 not ~1 (here|alive|around|born|exist)
    i (never|did not|do not) ~1 (existed|exist|been born|was born|wake up)
""",
)
define(
    "weapon",
    """
    gun|rope|noose|pistol|rifle|shotgun|handgun|helium|cyanide|razors?|razor blades?|blade|knife|bleach|antifreeze
""",
)
