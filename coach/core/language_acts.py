"""What the app listens for, second part: plans and means, attempts, self-harm, being unsafe, several signs.

See `language_wishes` for how the rules are made.
"""

from __future__ import annotations

import coach.core.language_pieces  # noqa: F401  (defines the pieces the rules name)
from coach.core.language_notation import Rule, Strength, rule

PLAN, ATTEMPT, HARM = "plan_or_means", "recent_attempt", "self_harm"
UNSAFE, SIGNS = "abused_or_unsafe", "several_signs"
SOFT, PAUSE = Strength.SOFT, Strength.PAUSE

RULES: tuple[Rule, ...] = (
    # == Plan or means ======================================================================================
    # A method, a letter, a farewell that can mean nothing else.
    rule(
        PLAN,
        PAUSE,
        r"""
        (how to|way|ways|method|methods|means|easiest|painless|place) ~4 (kill|hang|killing|shoot|off|
            end) (yourself|your self|oneself|ones? self|themsel\w+|them self|your life)
        how to die(?! (my|your|it|hair|alone|laughing|in (the|this) (game|level)))
        (way|ways|method|methods) to (<die>)(?! (my|your|hair))
        (is|how|does) ~4 (hanging|killing|shooting|drowning|poisoning|cutting) (yourself|oneself)
        \w*(nitrite|nembutal|pentobarbital)
        (<kill>|end it all) (tonight|today|tomorrow|this (week|weekend|evening)|next (week|month))
        suicide (notes?\w*|letters?|methods?|plans?|pact|date|bag|kit|attempts?)
        (goodbye|farewell|good bye|bye) (cruel world|world|life)
        (goodbye|farewell|good bye) forever
        (how ~1 (to|do i|can i|could i|should i|would i|i would|i can|i could|i should|i will|i am going to|one)|
            (way|ways|method|methods|quickest|easiest|fastest|surest|cleanest|tips|instructions|effective|
            guaranteed|painless|plan) ~2 (to|of|for|on)) ~2 (<kill>|<killing>|die(?! (alone|in|of|from))|suicide|
            overdose)
        (painless|quick|easy|peaceful) (suicide|<killing>)
        (how many|how much|what dose|enough|lethal|mg|grams?|g|milligrams|bottles?|pills|tablets|
            <drug>) ~8 (overdose|overdosing|be lethal|be fatal|kill myself)
        (what dose|lethal|mg|milligrams|bottles?|pills|tablets|<drug>) ~8 (kill me|to die|kill someone|
            kill you|to kill)
        (lethal|fatal|deadly) (dose|amount|dosage|overdose)
        painless ~1 (exit|way to (go|die|end|leave)|ways to (go|die|end)|way out)
    """,
    ),
    # Asking how it goes and what it takes.
    rule(
        PLAN,
        PAUSE,
        r"""
        (how|is|does|will|would|can|could|do|what|which|where|has) ~6 (die|dying|death|overdose|drowning|
            suffocat\w*|asphyxiat\w*|bleeding out|(?<! by )(?<! i am )hanged|starv\w+ to death) ~2 (hurt|
            painful|painless|long|instant\w*|quick\w*|fast|peaceful\w*)
        (how|is|does|will|would|can|could|what|which|where|has) ~8 (drowning|overdose|overdosing|bleach|
            pills|mg|gunshot|<drug>|noose|nitrogen) ~5 (kill|die|dead|death|fatal|lethal|survive)
        how (long|high|far|deep|many|much|fast|tall) ~8 (to die|until i die|before i die|fatal|lethal|
            drown|bleed out|suffocate)
        what happens (if|when|after) ~2 (overdose|(swallow|take|drink) ~2 (bleach|too many))
        (survive|survived|surviving) ~2 (hanging|overdose|gunshot)
        (stockpil\w+|saving up|saved up|hoard\w*) ~3 (<drug>)
        (drink|drank|drinking|swallow\w*) ~2 (bleach|antifreeze|poison)
        (tie|tied|tying|make|made|making|use) ~1 noose
        (before|until|unless) i (<jump>)
        (close|tempted|going|want|urge|about|ready) (to|of) (down|downing) ~5 (<drug>)
        ([2-9]\d\d\d|\d\d\d\d\d+) ?(mg|milligrams) of \w+
        (do|doing|did) something to myself
        (neck|self terminate|an hero|commit (die|death|self|delete|not alive)) (myself|now|tonight|today)
        (noose|gun|pistol|rifle|shotgun|revolver) ~3 (around|to|at|against) my
        (noose|gun|rope|belt|knife|blade|pistol|bag|barrel|cord) ~3 (around|in|to|at|on|against|over) my ~1 (neck|
            head|throat|mouth|temple|chest|wrists?|skin|veins?|skull)
        (gun|pistol|rifle|shotgun|barrel) ~2 mouth
        (took|taken|take|taking|swallowed) ~1 (\d\d+|<dozens>) (?!mg |milli|ml )(~2 (pills|tablets|<drug>)|\d+ ?mg)
        (hydrogen sulfide|exit bag|electrocution|cyanide) ~6 (painful|kill|take|enough|buy|bought|how|quick|
            long|use|using|die)
        (best|good|high|highest|nearest|right|tall) ~1 (place|spot|bridge|building|roof|enough) {to|i can|
            where i can} die
        (have|had|got|bought|own|buy|find|holding) {a|the|my} (gun|pistol|handgun|shotgun|rifle|revolver|noose|
            cyanide)(?= [.,]| $| (and|i|to|now|in|but|with|ready|or))
        (down|swallow|take|drink) (a|the|my|this|that|whole) ~1 (bottle|handful) of ~1 (<drug>)
        (courage|guts|balls|strength|brave enough|close|nerve|want|need|going|ready|urge|tempted|edge|about|
            trying) (to|of) ~1 (<jump>|<jumping>|overdose)
        (bridge|building|roof|cliff|place|spot|high enough|tall enough) ~2 (to|can) jump(?= [.,]| $| (off|from|and|
            or|in front))
        (bleed|bleeding|bled) (out|to death)
        (open|opening|slit|slice|cut|cutting) ~2 my ~1 (wrists?|veins?|throat)
    """,
        backing=0,
    ),
    # "I could jump off a roof" is said of a long meeting, too.
    rule(
        PLAN,
        None,
        r"""
        (i|and|should|could|will|would|wanted to|like to) (<jump>)
        (feel|felt) like (<jumping>)
        (blow|blowing|blew) my ~1 (brains?|head (off|out))
    """,
    ),
    # == Recent attempt =====================================================================================
    rule(
        ATTEMPT,
        PAUSE,
        r"""
        i {have} attempted suicide
        (my|failed|another|last|first|second|third|previous|suicide|a|the|recent|many|two|three|multiple|
            after|survived|since|several|few) ~1 (suicide attempts?|attempts? (at|on) (my life|suicide|
            ending my life))
        attempted (suicide|overdose)
        (tried|trying|attempted|failed|almost|nearly|went|close|try|attempt) {to|and|at} {and|to} (<kill>|
            <killing>|<killed>)
        tried to (die|<jump>)(?= [.,]| $| (but|and|last|yesterday|today|i|again))
        (i |(should|could|would|wish i|had i|reason i|not|never|regret) ~1 (have|had) ~1 )(<killed>)
        (wish|should have|if only|had) ~2 died (when|the first time|the last time|that night|last time)
        (took|taken|swallowed|downed|ingested|drank|drunk) ~3 (bottle|handful|bunch|<dozens>|
            \d\d+(?! (mg|milli|ml))|unknown number|too many|too much|whole|entire|dozens?) ~3 (<drug>|bleach)
        (swallowed|downed) (all|a lot|everything|half) ~3 (<drug>)
    """,
    ),
    # == Self-harm ==========================================================================================
    # The act or the urge; slips with knife and razor are told apart in `language_context`.
    rule(
        HARM,
        PAUSE,
        r"""
        (want|wanted|need|urge|urges|going|feel like|tempted|started|start|keep|back|stop|about|desire|
            itching|crave|thinking|thoughts) (to|of|about) ~1 (self harm|self harming|bleed|make myself bleed|
            cut ~1 my (arms?|wrists?|thighs?|legs?|skin))
        (urge|urges|itching|crave|tempted) to (cut|slice)(?= [.,]| $| (so|and|i|because|deep|more|every|tonight|now))
        i ~2 (want|wanted|need|started|start) to cut(?= [.,]| $| (because|deep|tonight|now))
        (i|am|have|me|relapsed?|relapsing|addicted to|urge to|clean from|resort\w*|my) ~2 (started|start|stopped|
            stop|up|to|from|into|back to|quit|without|about|relapsed?|addicted to|clean from|keep|kept|been|am|
            miss) (cutting|harming|self harming)(?= [.,]| $| (and|i|because|deep|tonight|since|when|this|last|for))
        (cut|cutting|harm|harming|hurt|hurting|burn|burning|burned|burnt|slice|slicing|harmed|scratching|
            mutilat\w+|injure|injuring) (<myself>)(?! more)
        (cut|cutting|slice|slicing|sliced|slit|carve|carving|burn|burning|burned|cuts on|
            scars on) my ~1 (wrists?|arms?|thighs?|legs|skin|hips|forearms?)
        self (harm|harming|harmed|harms|injury|injure|injuring|mutilat\w+|inflicted)(?! (awareness|
            prevention|is bad))
        (urge|urges) to (cut|harm|hurt|bleed|burn|self)
        (days|weeks|months|years|day|month) (without|clean from|free of|since) (cutting|self harm|harming)
        (hit|hitting|punch|punched|punching|biting|scratching|scratched) <myself>(?= [.,]| $| (because|again|until|
            in the (head|face)|so|when|and|hard))
        (scratch|scratching|scratched|pick|picking) ~3 until i (bleed|bled)
        (need|needed|want|wanted) to feel (pain|physical pain|the blade)
        (relapse|relapsed|relapsing) ~2 (cutting|cut|self harm|burning|harming)
        (blade|razor|razors|razor blade) ~4 (wrist|thigh|calling)
    """,
    ),
    # == Being abused or unsafe =============================================================================
    rule(
        UNSAFE,
        PAUSE,
        r"""
        (<they>) {still|used to|started|keeps|kept|will|has|is|was|had|would|always|and} {to|be|been|
            going to} (<hurts>|hitting|hurting|kicking|punching|slapping|strangling|punch|kick|slap|
            choke) me(?! (<no_blow>)(?= ))
        (<they>) ~2 (grabbed|dragged|pulled|had|took|held) ~3 me by the (neck|throat|hair)
        (<they>) ~2 (grabbed|dragged|pulled) ~3 me by ~1 (arm|wrist|collar)
        (<they>) ~2 (shoved|threw|pushed|slammed) ~2 me ~1 (against|into (the|a) (wall|door|furniture)|down the|
            to the (floor|ground)|on the floor)
        (<they>) ~2 hands? (around|on) my (neck|throat)
        (<kin>) ~1 (is|was|gets|are|got|becomes|became|turned) {physically|sexually|being} (abusive|
            violent)(?= .{0,60} (me|i|my) )
        (he|she) (is|gets|has been) {physically|sexually|being} (abusive|violent) (to|towards?|with|at home|
            when)(?! .{0,40}(phone|call|line|shop|desk|counter|bus|train) )
        (scared|afraid|terrified|frightened|fear|worried) {that|of what|if} {my} (<they>) (will|would|
            is going to|might|may|could) {do|to|end up} (kill|hurt|hit|beat|attack|harm|killing|
            hurting|find(?= me (?:[.,]|$|and|again|here|if|at))) me(?! (<no_blow>)(?= ))(?! (for|when i|if i))
        (scared|afraid|terrified|frightened) of my ~1 (husband|boyfriend|partner|ex|wife|girlfriend|father|
            stepfather|stepdad|brother)(?= [.,]| $| (and|because|when|so|now|he|she|at|i|but|since|who|at home))
        (scared|afraid|terrified|frightened) to go home(?! (with|alone|empty|early|late|and (tell|say|ask|explain)))
        not ~1 safe (at home|in my ~1 (home|house)|with (him|her|my)|here with|living with)
        (unsafe|in danger) (at home|in my ~1 (home|house)|with (him|her|my))
        i (am|keep getting|get) {being|getting} {physically|sexually|domestically|brutally} (abused|beaten|
            raped|molested|assaulted|choked|strangled)(?! (at|by (a|one|two|three)|in (chess|cards)|up inside))
        (threatened to|threatens to|threatening to|said he would|said she would) (kill|hurt|beat|stab|
            shoot) me(?! with kindness)
        kicks? to my (face|stomach|head|ribs)
        (domestic|physical|sexual) (violence|abuse)(?= .{0,60} (me|my|am) )
        (choke|strangle|beat) ~3 out of me
        (someone|somebody) (is|has been|keeps) (hurting|hitting|beating|abusing|touching|raping) me
        i am ~1 (scared|afraid|terrified|in fear) for my life
        (am being|keep being|get|getting) abused(?= [.,]| $| (at home|by my|every|again))
    """,
    ),
    # == Several signs ======================================================================================
    # No frame above, but suicide named, or death by someone who speaks of themselves, in a text of despair.
    rule(
        SIGNS,
        SOFT,
        r"""
        (<jump>|<jumping>)
        (i|me|am|myself) ~4 (die|(?<!am )dying|died|death|alive|exist|existing|killing|kill|
            dead(?= [.,]| $| (and|inside|or|now|already|i|than|by|soon|because|so)))(?! (of|to|for|from|laughing|
            hard|line|me|him|her|them|it|people|the|metal|you|time|rate|that|a|this|time|my|myself)\b)
        my ~1 (death|existence)
        (<kill>|<killing>|<killed>)
    """,
        backing=1,
    ),
    rule(
        SIGNS,
        SOFT,
        r"""
        (suicid(e|al|ality)|noose|lethal)(?! (squad|prevention|awareness|doors?|bombers?|sprints?|runs?))
    """,
        backing=1,
    ),
    rule(
        SIGNS,
        SOFT,
        r"""
        (die|dying|died|dead|death|alive|exist|existing|existence)(?! (of|to|for|from|laughing|hard|line|
            metal|rate))
    """,
        backing=3,
    ),
)
