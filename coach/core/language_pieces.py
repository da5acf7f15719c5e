"""The words the rules are built from: ways to die, ways of not being, wanting, thinking, other people."""

from __future__ import annotations

from coach.core.language_notation import define

define("myself", "myself|m[ey] self")

# -- Medicine, and lives that are no lives ------------------------------------------------------------------
define(
    "drug",
    r"""
    pills?|tablets?|xanax|xanex|valiums?|tylenol|paracetamol|advil|benadryl|ibuprofen|aspirin|meds|
        medications?|antidepressants?
    codeine|prozac|insulin|melatonin|opioids?|fentanyl|heroin|\w+(pam|etine|aline|zolam|phen|zole)
""",
)
define("dozens", "ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|a hundred")
define("part", "(working|social|single|student|love|dating|married|old|school|office|night|online|public) ")
define(
    "no_end",
    "(story|stage|at (the|my)|as a|seriously|back|in to|into|in (my|both|hand)|to (the|a)|lightly|for granted)",
)

# -- Ways to die -------------------------------------------------------------------------------------------
define("tall", "bridge|building|roof|rooftop|balcony|cliff|window|ledge|overpass|floors?|storey|story|tower")
define("fast", "trains?|tracks?|bus|truck|lorry|traffic|cars?|subway|metro|tube")
define(
    "jump",
    r"""
    (jump|leap|dive) (off|from|out of) ~4 (<tall>)
    (throw|fling|hurl) <myself> (off|under|out of|from|in front of|in to|into) ~3 (<tall>|<fast>|river|sea)
    (jump|leap|dive|run|step|walk) ~1 (in front of|under) ~3 (<fast>)
    (jump|leap|walk|run|step|drive) (in to|into) ~1 (traffic|the river|the train)
    (lie|lay|sit) ~2 (on|across) ~2 (tracks|rails|railway)
    (drive|crash) ~4 (off|into|in to) ~3 (bridge|cliff|traffic|river|truck|lorry)
""",
)
define(
    "jumping",
    r"""
    (jumping|leaping) (off|from|out of) ~4 (<tall>)
    throwing <myself> (off|under|out of|from|in front of|in to|into) ~3 (<tall>|<fast>|river|sea)
    (jumping|leaping|walking|running|stepping) ~1 (in front of|under) ~3 (<fast>)
    (jumping|walking|running|stepping|driving) (in to|into) ~1 (traffic|the river|the train)
    (driving|crashing) ~4 (off|into|in to) ~3 (road|bridge|cliff|traffic|river|truck|lorry)
""",
)
# The same movements with any ground or vehicle: every tram is stepped on and every wall jumped from.
define(
    "leap",
    r"""
    jump|jumping|leap|leaping
    (walk|walking|run|running|step|stepping|lie|lay|lying) ~2 (in front of|in to|into|under|on) ~3 (<fast>|road|
        motorway|highway|river|ocean|sea)
    (drive|driving|crash|crashing) ~4 (off|into|in to) ~3 (<fast>|road|motorway|highway|river|ocean|sea)
""",
)
define(
    "my_life",
    r"""
    my ~1 (life|lives|existence|misery|suffering|pain)
    this ~2 life
    (this|the|all this|all the) ~1 (life|existence|pain|suffering|misery|torment|agony|nightmare)
""",
)

# -- Ending one's life, as it follows "to" -----------------------------------------------------------------
define(
    "kill",
    r"""
    (kill|murder|off|drown|gas|poison|suffocate|euthani[sz]e|electrocute|overdose) <myself>
    (end|finish) <myself>(?! (up|in))
    (hang|shoot|starve|stab|strangle|choke|execute) <myself>(?! (up|out|of|with a|in the foot)(?= ))
    (end|finish) my (?!<part>)~2 life(?! <no_end> )
    (take|lose) my {whole|entire|miserable|sad|stupid|pathetic|worthless} life(?! <no_end> )
    end (<my_life>)
    end it all
    put an end to (it all|<my_life>|<myself>)
    put <myself> out of (<my_life>)
    commit {a|the} suicide
    die (by|of|from) suicide
    (slit|slash|cut|slice|stab) my ~1 (wrists?|throat|neck|veins?|artery)
    (set|light) <myself> (on fire|alight|ablaze)
    (blow|shoot) my ~1 (brains?|head|face)
    put a (bullet|gun) (in|to|into|through|in to|in between) my
    overdose(?! of)(?! on (?!<drug>|purpose|my|the|these|all|sleeping|over))
""",
)
# "delete myself" from a group, "take myself out" for cake: ends a life only where a life is spoken of.
define(
    "kill_off",
    r"""
    (erase|delete|sacrifice|erasing|deleting) <myself>
    (take|taking) <myself> out
    (put|putting) <myself> (out of|down)
    (put|putting) (an end|a stop) to it all
    (end|take|finish|lose|ending|taking|losing) my ~2 life
""",
)
define(
    "killing",
    r"""
    (killing|murdering|offing|drowning|gassing|poisoning|suffocating|hanging|shooting|starving) <myself>
    (stabbing|strangling|choking|electrocuting) <myself>
    (ending|finishing) my (?!<part>)~2 life(?! <no_end> )
    taking my {whole|entire} life(?! <no_end> )
    ending (<my_life>)
    ending it all
    putting an end to (it all|<my_life>)
    committing {a|the} suicide
    dying by suicide
    (slitting|slashing|cutting|slicing|stabbing) my ~1 (wrists?|throat|neck|veins?|artery)
    (setting|lighting) <myself> (on fire|alight|ablaze)
    (blowing|shooting) my ~1 (brains?|head|face)
    putting a (bullet|gun) (in|to|into|through|in to) my
    overdosing(?! on (?!<drug>|purpose|my|the|these|all|sleeping|over))
""",
)
define(
    "killed",
    r"""
    (killed|offed|drowned|gassed|poisoned|suffocated|hanged|hung|shot|starved|stabbed|strangled|
        choked) <myself>(?! (of|up|in the foot)(?= ))
    ended my (?!<part>)~2 life(?! <no_end> )
    (took|taken) my life(?! <no_end> )
    ended it all
    committed suicide
    (slit|slashed|cut|sliced|stabbed) my ~1 (wrists?|throat|neck|veins?)
    (blown|blew) my ~1 (brains?|head)
    overdosed(?! on (?!<drug>|purpose|my|the|these|all|sleeping|over))
    jumped (off|from|out of) ~4 (<tall>)
    jumped in front of ~4 (<fast>)
""",
)

# -- Not being, as it follows "to" -------------------------------------------------------------------------
define("no_wake", "(never|not|without) ~1 (wake|waking|woke)")
define(
    "die",
    r"""
    die
    be (dead|killed|euthani[sz]ed|murdered|put down|gone (forever|for good|from (this|the) ~1 (world|earth)))
    (not|never) (exist|live|be alive|have been born|have existed)(?= [.,]| $| (at all|any ?more|i|and|
        because|here|alive|now|but))
    (not|never|no longer) be(?= [.,]| $| (and|any ?more|at all))
    no longer (exist|be alive|live(?= [.,]| $| (and|i|because|like this)))
    (stop|quit) (existing|living|being alive|breathing)(?! (in|with|at|out|on|off|from)(?= ))
    cease (to exist|existing)
    <no_wake> up
    (sleep|asleep|bed|rest|eyes|off|down) ~3 <no_wake>
    (sleep|rest) (eternally|for eternity)
    leave (this|the) ~1 (world|earth|planet|existence)
    leave this life
    (disappear|vanish|fade) (forever|for good|permanently|from (this|the) ~1 (world|earth|planet|life))
    be (done|over|finished|free) (with|from|of) (life|living|this life|this world)
    get (killed|hit by|run over|murdered|shot(?! (down|in|by the))|cancer|a terminal)
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
# Of the thoughts, those that go on with "to"; "i thought i was going to die" is a fright.
define(
    "aim",
    r"""
    idea|ideas|contemplat\w+|consider\w*|plan|plans|planning|planned|urge|urges|verge|edge|brink|intention|
        tempted|struggl\w+|attempt\w*|research\w*|google\w*|googling|imagin\w+|rehears\w+
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
# -- Other people ------------------------------------------------------------------------------------------
define(
    "kin",
    r"""
    husband|wife|boyfriend|girlfriend|bf|gf|ex|partner|father|mother|stepfather|stepdad|stepmother|stepmom|brother
    sister|uncle|parents|roommate|flatmate|fiance|spouse|grandfather|cousin
""",
)
define("they", "he|she|they|<kin>")
define(
    "hurts",
    r"""
    hits|beats|beating|chokes|choked|choking|strangles|strangled|punches|punched|kicks|slaps|slapped|rapes?|
        raped|raping|hurts
    molests|molested|abuses|abused|abusing|assaults|assaulted|stabbed|hit(?! on)|beat
    threatens to (kill|hurt)|threatened to (kill|hurt)|threatening to (kill|hurt)
""",
)
# What follows "he hit me" where nobody was hurt: a question, a game, a hand on the shoulder.
define(
    "no_blow",
    r"""
    to|up|at|that|as|like|for|over|if|about|feel|off|out|hard|down|back|first|by (a|an|one|two|three|\d+|saying|
        not|laughing|being|asking)|under the table|on the (back|shoulder)|in the (back|arm|end|feels)
    with(?! ~2 (belt|belts|stick|fists?|bat|hand|hands|bottle|shoe|cane|hammer|pan|broom|rod|cable|car|knife|gun|
        chair|whip|brick|hose|cord)(?= ))
    in (chess|cards|darts|pool|tennis|football|a race|the race|the game|a game|the quiz|a quiz|the last)
    (when|because) ~1 (laughs?|laughed|jokes?|joked|ignores?|ignored|forgets?|forgot)
    a \w+ (message|text|note|line|smile|question|look)
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
