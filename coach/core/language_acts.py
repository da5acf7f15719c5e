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
    # A day, a method, a farewell.
    rule(
        PLAN,
        PAUSE,
        r"""
        (how to|way|ways|method|methods|means|easiest|painless|place) ~4 (kill|hang|killing|shoot|off|
            end) (yourself|your self|oneself|ones? self|themsel\w+|them self|someone|a person|your life)
        how to die(?! (my|your|it|hair|alone|laughing|in (the|this) (game|level)))
        (way|ways|method|methods) to (<die>)(?! (my|your|hair))
        (is|how|does) ~4 (hanging|killing|shooting|drowning|poisoning|cutting) (yourself|oneself)
        \w*(nitrite|nembutal|pentobarbital)
        (<kill>|end it) (tonight|today|tomorrow|this (week|weekend|evening)|next (week|month))
        suicide (notes?\w*|letters?|methods?|plans?|pact|date|bag|kit|attempts?)
        (goodbye|farewell|final|last|death) (letters?|notes?|goodbyes?|words)
        (writing|wrote|written|write) ~2 (goodbye|farewell|final|last|my) (letters?|notes?)
        this (is|will be) ~1 (my|the) (last|final) (post|message|goodbye|words|note|letter|day|night|
            birthday|christmas|time|week|hours?)
        (goodbye|farewell|good bye|bye) (everyone|everybody|world|cruel world|forever|life|my friends|
            to everyone|guys)
        how ~1 (to|do i|can i|could i|should i|would i|i would|i can|i could|i should|i will|i am going to|
            one) ~2 (<kill>)
        (way|ways|method|methods|quickest|easiest|fastest|surest|cleanest|tips|instructions|effective|
            guaranteed|painless|plan) ~2 (to|of|for|on) ~2 (<kill>|<killing>|die(?! (alone|in))|suicide|
            overdose)
        (painless|quick|easy|peaceful) (suicide|<killing>)
        (how many|how much|what dose|enough|lethal|mg|grams?|g|milligrams|bottles?|pills|tablets|
            <drug>) ~8 (kill me|to die|overdose|overdosing|be lethal|be fatal|kill someone|kill myself|
            kill you|to kill)
        (lethal|fatal|deadly) (dose|amount|dosage|overdose|combo|combination)
        (painless|quick|easy|peaceful|quickest|easiest|fastest) ~1 (suicide|exit|way to (go|die|end|leave)|
            ways to (go|die|end)|way out)
        (tonight|today|tomorrow) (is|will be) (the|my) (last|end|final)
        (will|would|could|can|might) (this|it|that|they|these) {be enough to} kill me(?= (if|i|or|with|
            quick\w*))
    """,
    ),
    # Asking how it goes, a day chosen, things put in order.
    rule(
        PLAN,
        PAUSE,
        r"""
        (how|is|does|will|would|can|could|do|what|which|where|has) ~6 (die|dying|death|lethal|fatal|
            overdose|hanging|drowning|suffocat\w*|asphyxiat\w*|bleed out|bleeding out|jumping|hanged|
            starv\w+ to death) ~2 (hurt|painful|painless|long|instant\w*|quick\w*|fast|enough|easier|
            peaceful\w*)
        (how|is|does|will|would|can|could|what|which|where|has) ~8 (hanging|drowning|overdose|overdosing|
            bleach|pills|mg|train|gunshot|exhaust|<drug>|rope|noose|nitrogen|drop) ~5 (hurt|painful|
            painless|kill|die|dead|death|fatal|lethal|survive|quick|instant\w*)
        how (long|high|far|deep|many|much|fast|tall) ~8 (to die|until i die|before i die|kill|fatal|lethal|
            fall|drown|bleed|suffocate|pass out|dead|jump)
        how (many|much) ~3 (pills|tablets|<drug>) ~4 (take|need|enough|would|do)
        what happens (if|when|after) ~2 (overdose|swallow|take|drink|jump|die|hang|mix) ~4 (<drug>|bleach|
            all|too many|off|myself)
        (survive|survived|surviving) ~2 (jump|fall|hanging|overdose|gunshot)
        (tonight|today|tomorrow) is the (night|day|time|end|last)
        (tonight|today) is it
        (my|the) time (has come|is (up|now|here|near|coming)|to go)
        (will not|wont|may not|might not|am not going to) {be} (here|alive|around|live|see|be here|make it|
            wake up) (tomorrow|tonight|the morning|in the morning|by (tomorrow|monday|the end)|next|after|
            to see|for my)
        (before i (go|leave|do it|end)|after i am (gone|dead)|when i am (gone|dead))<stop>
        (say|saying|said) ~1 (goodbye|goodbyes|farewell|good bye)
        (standing|sitting|stood|sat) ~2 (ledge|roof|bridge|balcony|tracks|edge of|top of|rooftop|cliff)
        (picked|chose|chosen|set|have|got|pick|choose|decided on|know) (a|the|my|when|how) ~1 (date|day|
            method|plan|spot|place)<stop>
        (have|got|made|making|had) (a|my|the) plan(?= [.,]| $| (to (die|end)|and|but|i|already|now|for))
        (giving|gave|give) away (my|all)
        (written|wrote|writing|write|leave|left|leaving) ~2 (will|note|notes|letter|letters)<stop>
        (everything|it all) ~1 (ready|planned|planned out|prepared|in place|set up)
        (stockpil\w+|saving up|saved up|hoard\w*|collecting|collected|counting|counted) ~3 (<drug>)
        (drink|drank|drinking|swallow\w*) ~2 (bleach|antifreeze|poison|cleaner)
        (starve|starving) ~1 to death
        (car exhaust|in the garage|tie a|tied a|make a) ~2 (noose|knot|rope|running|closed)
        see you (all )?on the other side
        where ~5 (get|buy|find|obtain) ~3 (<weapon>|poison|cyanide|\w*nitrite)
        (do|doing|did) something (stupid|drastic|permanent|to myself)
        (nice|good) knowing (you|everyone|yall|all)
        (neck|self terminate|an hero|commit (die|death|self|delete|not alive)) (myself|now|tonight|today)
    """,
        backing=0,
    ),
    # Something in reach: "i have a rope", "courage to jump"; all of it means something else in a cheerful text.
    rule(
        PLAN,
        PAUSE,
        r"""
        (have|got|bought|had|holding|grab|find|buy|get|own|ordered|hold|buying|made|tied|take|want|need|
            using|use) {a|my|the|some|this|enough|these|all|his|access to} ~1 (<weapon>|<drug>|bullet)
        (noose|gun|rope|belt|knife|blade|pistol|bag|barrel|cord) ~3 (around|in|to|at|on|against|over|
            is ready|ready) ~1 (my|ready)
        (i|just|and|should|could|will|(want|going|about|ready|need|trying|tempted|close) to) (jump|
            leap) ~1 (off|from|out of|in front of) ~4 (<height>|<road>)
        (pull|pulled|pulling) the trigger
        (gun|pistol|rifle|shotgun|barrel) ~2 mouth
        (took|taken|take|taking|swallowed) ~1 \d\d+ ~3 (mg|pills|tablets|grams|<drug>)
        (death|the end) is (inevitable|coming|near|close|calling)
        (hanging|hang|shoot|jump|jumping|overdose|overdosing|drowning|hanged|carbon monoxide|drown) (or|is|
            to end|would|from (a|the|my)|in front|because|and|myself|tonight)
        (best|good|high|highest|nearest|right|tall) ~1 (place|spot|bridge|building|roof|enough) {to|i can|
            where i can} (jump|hang|do it|die|end|fall)
        (courage|guts|balls|strength|brave enough|close|nerve|want|going|ready|urge|tempted|edge|
            about) (to|of) ~1 (jump(?! (rope|in the (pool|water)|up))|jumping|<jump>|<jumping>|
            pull the trigger|hang(?! (out|with|around|up|on))|overdose|swallow\w*|down|downing)
        (blow|blowing|blew) my ~1 (brains?|head)
        (down|downing|swallow|swallowing|take|taking|took|taken|popping|swallowed|downed) ~5 (<drug>|bleach|
            poison)
        \d+ ?(mg|grams|g|milligrams) of \w+
        (hydrogen sulfide|carbon monoxide|exit bag|electrocution|cyanide|sn) ~6 (painful|kill|take|enough|
            buy|bought|how|quick|long|use|using|die)
        (my|many|few|failed) ~1 attempts
        (bleed|bleeding|bled) (out|to death)
        (open|opening|slit|slice|cut|cutting) ~2 my ~1 (wrists?|veins?|throat)
        (goodbye|farewell)(?= [.,]| (i|and|to|my|all|$))
        (walk|walking) into (traffic|the (sea|ocean|river|road))
    """,
        backing=0,
    ),
    # == Recent attempt =====================================================================================
    rule(
        ATTEMPT,
        PAUSE,
        r"""
        i {have} attempted(?= [.,]| $| (suicide|again|last|yesterday|today|twice|once|before|it|a few|three|
            and|but|my|when|on|many|so many))
        (my|failed|another|last|first|second|third|previous|suicide|a|the|recent|many|two|three|multiple|
            after|survived|since|several|few) ~1 (suicide attempts?|attempts? (at|on) (my life|suicide|
            ending))
        attempted (suicide|to (<kill>)|overdose)
        (tried|trying|attempted|failed|almost|nearly|went|close|try|attempt) {to|and|at} {and|to} (<kill>|
            <killing>|<killed>|end it)
        tried to (die|hang|jump)(?= [.,]| $| (but|and|last|yesterday|today|i|again|off|from|my))
        (almost|nearly) (<killed>)
        i (<killed>)
        (should|could|would|wish i|had i|reason i|not|never|regret) ~1 (have|had) ~1 (<killed>)
        (should have|wish i had) died
        (wish|should have|if only|had) ~2 (died|succeeded|worked) (when|the first time|the last time|that night|
            last time)( i (tried|had))?
        (took|taken|swallowed|downed|ingested|drank|drunk) ~3 (bottle|pack|box|handful|lot|bunch|all|\d+\w*|
            unknown number|too many|too much|entire|half|dozen|everything) ~3 (<drug>|bleach)
        took (\d+|too many|all (of )?(my|the)|a (bunch|lot|handful|bottle)) ~2 (<drug>)
    """,
    ),
    # == Self-harm ==========================================================================================
    # The act or the urge; slips with knife and razor are told apart in `language_context`.
    rule(
        HARM,
        PAUSE,
        r"""
        (want|wanted|need|urge|urges|going|feel like|tempted|started|start|keep|back|stop|about|desire|
            itching|crave|thinking|thoughts) (to|of|about) ~1 (self harm|self harming|bleed|slice|
            make myself bleed|cut(?= [.,]| $| (again|so|and|i|because|deep|more|every|tonight|now|my (arms?|
            wrists?|thighs?|legs?|skin))))
        (started|start|stopped|stop|up|resort\w*|from|into|back to|quit|without|relapsed?|relapsing|
            addicted to|been|keep|kept|urge to|clean from|miss|about|i) (cutting|burning|harming|
            self harming)(?= [.,]| $| (again|so|and|i|because|deep|more|tonight|now|since|for|as|at|every|
            this|last|all|on|when|after|            but|to))
        (cut|cutting|harm|harming|hurt|hurting|burn|burning|burned|burnt|slice|slicing|harmed|scratching|
            mutilat\w+|injure|injuring|starving|punish|punishing) (<myself>)
        (cut|cutting|slice|slicing|sliced|slit|carve|carving|burn|burning|burned|cuts on|
            scars on) my ~1 (wrists?|arms?|thighs?|legs|skin|hips|forearms?)
        self (harm|harming|harmed|harms|injury|injure|injuring|mutilat\w+|inflicted)(?! (awareness|
            prevention|is bad))
        (urge|urges) to (cut|harm|hurt|bleed|burn|self)
        (days|weeks|months|years|day|month) (without|clean from|free of|since) (cutting|self harm|harming)
        (hit|hitting|punch|punching|biting|scratching) <myself>(?= [.,]| $| (because|again|until|
            in the (head|face)|so|when|and|hard))
        (scratch|scratching|scratched|pick|picking) ~3 until i (bleed|bled)
        (need|needed|want|wanted) to feel (pain|physical pain|the blade)
        (relapse|relapsed|relapsing) ~2 (cutting|cut|self harm|burning|harming)
        (blade|razor|razors|razor blade) ~4 (wrist|arm|skin|thigh|calling)
    """,
    ),
    # == Being abused or unsafe =============================================================================
    rule(
        UNSAFE,
        PAUSE,
        r"""
        (<they>) {still|used to|started|keeps|kept|will|has|is|was|had|would|always|and} {to|be|been|
            going to} (<hurts>|hitting|hurting|kicking|punching|slapping|strangling|punch|kick|slap|
            choke) (on )?me(?! (to|up|at|with (a|his|her) (question|look|no|yes)|
            in (chess|cards|a race|the game)|
            that|as|when she said|like|for|over|by|if|about|feel|so|off|a \w+ message))
        (<they>) ~2 (grabbed|had|has|took|put|shoved|threw|pushed|dragged) ~3 (me (by|against|into|down|
            to the (floor|ground))|hands? (around|on) my (neck|throat))
        (<they>) ~1 (is|was|gets|are|got|becomes|became|turned) {physically|sexually|being|so} (abusive|
            violent)(?= .{0,60} (me|i|my) )
        (scared|afraid|terrified|frightened|fear|worried) {that|of what|if} {my} (<they>) (will|would|
            is going to|might|may|could) {do|to|end up} (kill|hurt|hit|beat|attack|harm|find|killing|
            hurting) me(?! with)
        (scared|afraid|terrified|frightened) of my ~1 (husband|boyfriend|partner|ex|wife|girlfriend|father|
            stepfather|stepdad|brother)(?! (boss|colleague|teacher|coach))
        (scared|afraid|terrified|frightened) to go home
        not ~1 safe (at home|in my ~1 (home|house)|with (him|her|my)|here with|living with)
        (unsafe|in danger) (at home|in my ~1 (home|house)|with (him|her|my))
        i (am|keep getting|get) {being|getting} {physically|sexually|domestically|brutally} (abused|beaten|
            raped|molested|assaulted|choked|strangled)
        (threatened to|threatens to|threatening to|said he would|said she would|he would|she would|he will|
            she will) (kill|hurt|beat|stab|shoot) me(?! with kindness)
        kicks? to my (face|stomach|head|ribs)
        (domestic|physical|sexual) (violence|abuse)(?= .{0,60} (me|my|am) )
        (choke|strangle|beat) ~3 out of me
        (someone|somebody) (is|has been|keeps) (hurting|hitting|beating|abusing|touching|raping) me
        (scared|afraid|fear|terrified) for my life
        (am being|keep being|get|getting) (beaten|abused|hit)(?= [.,]| $| (at home|by my|every|again|up))
        broken bones
    """,
    ),
    # == Several signs ======================================================================================
    # No frame above, but suicide named, or death by someone who speaks of themselves, in a text of despair.
    rule(
        SIGNS,
        SOFT,
        r"""
        (<jump>|<jumping>)
        (i|me|my|am|myself) ~4 (die|(?<!am )dying|died|dead|death|alive|exist|existing|killing|kill)(?! (of|to|for|
            from|laughing|hard|line|me|him|her|them|it|people|the|metal|you|time|rate|that|a|this|time|my))
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
