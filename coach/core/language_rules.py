"""What the app listens for: frames joined with objects, not a list of phrases.

A frame ("i want to", "thinking about", "how to") joined with an object ("die", "end my life") covers sentences that nobody
has listed. The notation and the pieces are in `language_pieces`.
"""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from coach.core.language_pieces import compose


class Strength(StrEnum):
    """How firmly the app answers: with a quiet line, or with one calm question."""

    SOFT = "soft"
    PAUSE = "pause"


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A group of ways to say one thing.

    `strength` is `None` where the same words are a cry for help and a figure of speech ("i want to die"): then the
    text around them decides. `needs` finds the beginnings of words without which the pattern cannot match, so that
    most texts never meet it.
    """

    name: str
    strength: Strength | None
    backed: bool
    needs: re.Pattern[str]
    pattern: re.Pattern[str]


def _rule(name: str, strength: Strength | None, needs: str, lines: str, *, backed: bool = False) -> Rule:
    return Rule(
        name=name,
        strength=strength,
        backed=backed,
        needs=re.compile(rf" (?:{needs})"),
        pattern=re.compile(rf" {compose(lines)}(?= )"),
    )


WISH, THOUGHT, PLAN = "wish_to_be_dead", "suicidal_thoughts", "plan_or_means"
ATTEMPT, HARM, UNSAFE = "recent_attempt", "self_harm", "abused_or_unsafe"
SOFT, PAUSE = Strength.SOFT, Strength.PAUSE
_NOT_BEING = "die|dead|exist|alive|wak|leav|disapp|vanish|sleep|gone|kill|born|fade|done|liv|breath|death|hit |cancer|rest"
_KILLING = (
    "kill|murder|off|drown|gas|poison|suffoc|eras|delet|hang|sho|starv|stab|strang|chok|end|tak|put|commit|sui|slit|slash|cut|blow|overdos"
    "|jump|leap|walk|throw|driv|finish|dying|die|run|step|euthan|lose"
)


RULES: tuple[Rule, ...] = (
    # == Wish to be dead ==============================================================================================
    # A wish joined with not being: "i want to die", "ready to not exist", "i would rather not wake up".
    _rule(WISH, None, _NOT_BEING, r"""
        {i} (<want>) {me|us|for me} to {have to|go and} (<die>)
        {i} (<want>) (dead|death)(?! (body|line|lift|weight|end|ringer))
        i (would|will|had) {much|gladly} (rather|sooner) {to} (<die>)
        {i} (wish|wished|wishing|hope|hoping|pray|praying|prayed|prefer) {to god|to|that|for|if} i {would|will|could|had|can|might|get|have|was|were|am|do|did|get to} {to|have|been|be} (<die>|died|dead|killed|hit by|never born|not born|not alive|aborted|not here)
        hopefully i {will|would|can|might} (<die>)
        (wish|wishing|hope|hoping|pray|praying|begging|beg|wanted|want|need|please|just) ~5 (kill|take|kills|takes|end|ends|killed|murder) me(?= [.,]| $| (and|so|already|now|in my|tonight|because|i|away|please|off this|from this))
        (let|make) me (die|be dead)
        i (should|deserve) {to} (have died|be dead|not exist|not be alive|never have been born|die)
        (want|wish|wanted) (me|myself) (dead|gone forever)
        i want ~3 (my life|everything|it all|all of this) {all} to (end|be over|stop)
        i want out of (life|this life|this world)
        am going to (die|be dead) (soon|tonight|today|by|this)
    """),
    # No wish to live: "i do not want to be alive", "no will to live", "nothing to live for".
    _rule(WISH, PAUSE, "liv|alive|exist|here|wak|be |life|born|see |go |this|world", r"""
        (<not>) ~1 (<wanting>) to {keep|go on|continue|ever|be} (live|alive|living|exist|existing)(?! (in|with|at|near|off|under|there|my|a|the|up|alone|together|by|how|next|to see|for|as|through)\b)
        (<not>) ~1 (<wanting>) to live (any ?more|in this world|on this earth|this life|through|another|for ~2 (years|life)|in this|a life|the rest|my life like)
        (<not>) (feel like|enjoy|like|worth|interested in|see ~4 in|care about|see myself) (living|being alive|existing|life)
        (<not>) ~1 (<wanting>) to {keep|continue} (be|being) (here|around) (<ever_more>)
        (<not>) ~1 (<wanting>) to {keep|continue} (be|being|live|living) ~1 (on|in|part of) this ~1 (world|earth|planet|life)
        (<not>) ~1 (<wanting>) to {ever} (wake up(?! (early|at|late|the|him|her|my|in time|before))|see (another|the next|tomorrow)|go on (living|any ?more))
        (no|lost|losing|lose|any|zero|little|nothing|not|without|have) ~2 (reason|reasons|point|will|desire|motivation|purpose|meaning|wish|worth) {left} (to|of|in|for) {be|me to|stay|staying|continuing|my|keep|go on} (live|living|alive|life|exist|existing|existence)(?! (in|with|at|alone|together)\b)
        (nothing|no one|not much|not anything|anything) ~2 (to|worth) (live|living|stay alive|be alive|stay) for
        what ~2 (point|reason|purpose|meaning|use) (of|in|to|for) ~2 (living|being alive|life|live|existing|existence|being here)
        (life|living|existence|staying alive|being alive|it) is not ~1 worth (it|living|the|fighting|all)(?= .{0,40}(life|living|alive|live|suffering))
        (life|living|existence|being alive) is not ~1 worth
        not worth (living|being alive|it to live|staying alive|the (pain|suffering) of)
        (why|what) ~1 (am|do|should|would|must) i ~2 (alive|live|living|exist|existing|here on this|be alive)(?! (in|with|at|alone|there)\b)
        (worth|reason for|reason to|reasons to) (staying alive|stay alive|being alive|keep living|live for)
        (not|no|do not|can not) ~5 why i ~1 (alive|live|exist|here any ?more|living)(?! (in|with)\b)
        (keeping|keeps|kept|keep|holding|stopping|stops|stop) me (alive|from (<killing>|dying|doing it|ending))
        reason ~2 i (am|have not|did not) ~1 (alive|dead|killed|here still|ended)
    """),
    # Weary of living: "tired of being alive", "i hate living", "done with life".
    _rule(WISH, PAUSE, "liv|alive|exist|life", r"""
        (tired|sick|exhausted|weary|fed up|had enough|done|over|bored|through|scared|dread) {and tired|and done} (of|with|from|by) (being alive|living|existing|existence|this life|life)(?! (in|with|at|under|on|there|like a|my|paycheck|off|alone|together|coach|insurance|skills|lessons|is good)\b)
        i (hate|hating|hated|despise|dread|regret|can not stand|can not handle|can not take|can not bear) (being alive|living|existing|existence|to live|to be alive|being born)(?! (in|with|at|under|on|there|off|alone|together|so far|here)\b)
        (give|giving|given|gave|giving) up (on )?(life|living)
        (can|could) not {keep|go on|continue|bear|stand|even} (live|living|being alive|existing) (<ever_more>|like this|this way|with this|through this|in this|feeling|with the|and|i|this life)
        (can|could) not (go on living|keep living|continue living|stay alive)
        (wish|wished|want) ~4 (life|my life|it all) (would|was|were|to) {be|just} (end|over|stop|ended)
        (cursed|forced|condemned|obligated) (with|to|into) (live|living|life|exist|be alive|stay alive|keep living)
        my life (is|has|was) {been} (over|finished)
        turn (life|myself|me|my life) off
        life (is|has) (over|ended) for me
    """),
    # Others better off, not missed: "better off dead", "they would be better without me".
    _rule(WISH, PAUSE, "better|happier|miss|notice|care|without|easier|burden|improve|cry|relie|sad|gone|died|dead", r"""
        better off (dead|gone|without me|if (<gone>)|not (being )?(here|alive|born|exist\w*))
        (better|happier|easier|relieved|fine|best) {place|off|for everyone|for all} (if|when|without|once) (<gone>)
        (world|everyone|family|friends|people|they|him|her|everybody|kids|parents|all|life) ~4 (better|happier|easier) {off} without me
        (<nobody>) ~4 (miss|notice|care|cry|mourn|remember|sad|find|look|come|relieved|happy|happier) ~3 (if|when|me when|me if|that) (<gone>)
        (if|when|after|once) (<gone>) {tonight|tomorrow|today|now} {will|would|do} {that} (<nobody>|it|things|my \w+|will|would) ~3 (will|would|care|notice|miss|better|anything|matter|cry|sad)
        (my|your) death would
    """),
    # Death as the good thing: "death sounds peaceful", "dying is the only escape".
    _rule(WISH, PAUSE, "death|dying|dead|suicid|die|end", r"""
        (death|dying|being dead|suicide|non existence|nonexistence|to die|killing myself|ending it|ending my life|not existing|not being alive) ~1 (sounds|seems|looks|feels|would|is|as|will|may|might|can) {be|not be|like|to be|as} {so|the|a|an|my|more|far|for me|that|much|such} {only|best|better} (right|peaceful|nice|good|better|best|only|answer|relief|easier|easy|escape|option|appealing|comfort\w*|beautiful|solution|way|freedom|inviting|tempting|friend|worse|welcome|preferable|sweet|great|calm\w*|choice|wonderful|perfect|mercy|bliss)
        (only|best|easiest|last|final) ~1 (way out|escape|option|solution|answer|choice|hope|relief|thing|way) ~4 (die|death|dying|suicide|kill|killing|end it|ending)
        (crave|craving|embrace|welcome|desire|long for|longing for|looking forward to|look forward to|waiting for|await|awaiting|begging for|beg for|pray for|praying for|wish for|wishing for|want|need|ready for|yearn for|chasing|envy|jealous of|invite|preparing for|prepare for|prepared for) {my|own|the|to|that|sweet|for|eternal|a} (death|dying|the dead|dead people|eternal (rest|sleep|peace))(?! (penalty|note|row|metal|by))
        (<not>) (afraid|scared|fear|frightened) {of|to} (die|dying|death) (<ever_more>)
        (die|died|dying|killed) in my sleep
        (sleep|asleep|bed|rest|eyes) ~3 (<no_wake>) {back} up
        (dead|die|dying|gone) (soon|by (tomorrow|tonight|morning))
        preparing (for|to) (death|die|end)
        (right to die|euthanasia|assisted suicide|assisted dying)
    """, backed=True),
    # == Suicidal thoughts ===============================================================================================
    # Wanting, meaning or needing to end one's life; the same words are also an exasperated joke.
    _rule(THOUGHT, None, _KILLING, r"""
        (<kill>) (<soon>)
        (<kill>)
        (<killing>)
    """),
    # "end it" and "do it" say it only in a text of despair.
    _rule(THOUGHT, PAUSE, "end|do|go|off", r"""
        (going|want|wanting|wanted|ready|need|about|plan|planning|decided|tempted|rather|should|might|will|would|ill|time|have|way|like|how|just|and|could|may) {to} {go|as well|just} end (it|this|everything|things|all)(?! (with|on|there|here by|well|nicely|early|conversation|call|relationship|date|meeting))
        ending (it|this|everything)( all)?<stop>
        (might|going to|will|gonna|want to|ready to|about to|decided to|plan to|should|ill|end up|trying to|tried to|courage to|guts to|strength to|balls to|brave enough to|enough to|time to|have to) (do|doing) it(?! (well|right|with|for (fun|work|charity)|again next|better))
        (go|going|went) through with (it|this)
        (will|am|going to) be gone (soon|tonight|tomorrow|by|forever|before)
        (attempt|try) again (tonight|tomorrow|soon|because|so|and)
        (gotta|going to|might|should|will|want to|need to|have to) {go} attempt (again|<soon>)
    """, backed=True),
    # Said as being suicidal.
    _rule(THOUGHT, PAUSE, "suicid", r"""
        (i|am|me|feel|feeling|felt|been|be|being|getting|become|became|get|was|makes me|and|having|have|had|chronically|passively|actively|so|not) ~2 suicidal(?! (person|people|friend|man|woman|girl|boy|patients?|tendencies from))
        suicidal (thoughts?|ideation|ideations|urges?|tendencies|feelings?|plans?|intent|again|now|mind|state|and|since|for|because|i|lately|every|all|girl|boy)
        i ~4 suicidal
    """),
    # The thought itself: "thinking about dying", "thoughts of ending it", "i contemplated suicide".
    _rule(THOUGHT, PAUSE, "di|death|dea|exist|alive|wak|suicid|jump|end|kill|leav|being", r"""
        (<think>) ~3 (<of>) {how|ways|way|my|when} {i would|to|i could|of|own|i will} (<dying>|suicide|<kill>|<die>|jumping)(?! (rate|penalty|metal|note|row|prevention|of my|toll|alone|in general))
        (contemplat\w+|consider|considered|considering|attempted?|attempting|planning|planned|plan|chose|choosing|googled|googling|ready for|via|by|through|the thought of|to|my|own|for|want|need|about|into|successful|quick|painless|do|is|destined for) {about|of} suicide(?! (squad|prevention|hotline|hot|awareness|doors?|bombers?|rates?|loss|watch|mission|note by))
        (death|dying|suicide|the end) (is|are) ~3 (on|in) my mind
        suicide (is|seems|sounds|looks|feels|would be|thoughts?|ideation|attempts?|methods?|plans?|notes?|letters?|pact|help|tips|now|tonight|the only|today|tomorrow|might|may be|not the answer)(?! (never the answer|prevention|a serious|preventable|awareness|wrong|a sin))
        (is|are) suicide (the|an?|worth|painful|easy|option|okay|ok|really|better|my|still|bad|not|so)
        (regret|sorry|wish|mad|angry|upset|disappointed|sad) ~4 (not dying|not killing myself|not ending|survived|surviving|i woke up|i was still alive|i lived|i am still alive|woke up|not dead)
    """),
    # == Plan or means =====================================================================================================
    # A day, a method, a farewell.
    _rule(PLAN, PAUSE, "suicid|note|letter|goodbye|good|bye|farewell|last|final|kill|end|die|dying|way|how|overdos|lethal|fatal|painless|method|dose", r"""
        suicide (notes?\w*|letters?|methods?|plans?|pact|date|bag|kit|attempts?)
        (goodbye|farewell|final|last|death) (letters?|notes?|goodbyes?|words)
        (writing|wrote|written|write) ~2 (goodbye|farewell|final|last|my) (letters?|notes?)
        this (is|will be) ~1 (my|the) (last|final) (post|message|goodbye|words|note|letter|day|night|birthday|christmas|time|week|hours?)
        (goodbye|farewell|good bye|bye) (everyone|everybody|world|cruel world|forever|life|my friends|to everyone|guys)
        (how|way|ways|method|methods|painless|quickest|easiest|easy|quick|fastest|surest|cleanest|least|tips|instructions|effective|successful|guaranteed|die) ~5 (<kill>|<killing>|to die(?! (alone|in))|suicide|overdose on|overdosing|to go peacefully)
        (how many|how much|what dose|enough|lethal|mg|grams?|g|milligrams|bottles?|pills|tablets|<drug>) ~8 (kill me|to die|overdose|overdosing|be lethal|be fatal|kill someone|kill myself|kill you|to kill)
        (lethal|fatal|deadly) (dose|amount|dosage|overdose|combo|combination)
        (painless|quick|easy|peaceful|quickest|easiest|fastest) ~1 (suicide|exit|way to (go|die|end|leave)|ways to (go|die|end)|way out)
        (tonight|today|tomorrow) (is|will be) (the|my) (last|end|final)
        (will|would|could|can|might) (this|it|that|they|these) {be enough to} kill me(?= (if|i|or|with|quick\w*))
    """),
    # Something in reach: "i have a rope", "courage to jump"; all of it means something else in a cheerful text.
    _rule(PLAN, PAUSE, "gun|rope|noose|pills|knife|razor|blade|bleach|pistol|rifle|shotgun|helium|cyanide|belt|hang|sho|jump|overdos|bridge|train|trigger|bullet|antifreeze|courage|guts|brave|balls|wrist|bleed|mg|down|goodbye|bye|farewell|swallow|tak|took|walk", r"""
        (have|got|bought|had|with|holding|grab|loaded|find|buy|get|own|ordered|hold|buying|made|tied|take|want|need|using|use) {a|my|the|some|this|enough|these|all|his|access to} ~1 (<weapon>|<drug>|bullet)
        (noose|gun|rope|belt|knife|blade|pistol|bag|barrel|cord) ~3 (around|in|to|at|on|against|over|is ready|ready) ~1 (my|ready|head|neck)
        (pull|pulled|pulling) the trigger
        (hanging|hang|shoot|jump|jumping|overdose|overdosing|drowning|hanged|carbon monoxide|drown) (or|is|to end|would|from (a|the|my)|off|in front|because|and|myself|tonight|the|out|under)
        (best|good|high|highest|nearest|right|tall) ~1 (place|spot|bridge|building|roof|enough) {to|i can|where i can} (jump|hang|do it|die|end|fall)
        (courage|guts|balls|strength|brave enough|close|nerve|want|wanted|going|ready|urge|tempted|edge|about) (to|of) ~1 (jump|jumping|pull the trigger|hang|shoot|overdose|swallow\w*|down|downing)
        (blow|blowing|blew) my ~1 (brains?|head)
        (down|downing|swallow|swallowing|take|taking|took|taken|popping|swallowed|downed) ~5 (<drug>|bleach|poison)
        \d+ ?(mg|grams|g|milligrams) of \w+
        (bleed|bleeding|bled) (out|to death)
        (open|opening|slit|slice|cut|cutting) ~2 my ~1 (wrists?|veins?|throat)
        (goodbye|farewell)(?= [.,]| (i|and|to|my|all|$))
        (walk|walking) into (traffic|the (sea|ocean|river|road))
    """, backed=True),
    # == Recent attempt ===========================================================================================================
    _rule(ATTEMPT, PAUSE, "attempt|tried|overdos|took|taken|swallow|almost|nearly|kill|hung|hang|failed|dr[au]nk|jump|shot|ended|noose|trying|close", r"""
        i {have} attempted(?= [.,]| $| (suicide|again|last|yesterday|today|twice|once|before|it|a few|three|and|but|my|when|on|many|so many))
        (my|failed|another|last|first|second|third|previous|suicide|a|the|recent|many|two|three|multiple|after|survived|since|several|few) ~1 (suicide attempts?|attempts? (at|on) (my life|suicide|ending))
        attempted (suicide|to (<kill>)|overdose)
        (tried|trying|attempted|failed|almost|nearly|went|close|try|attempt) {to|and|at} {and|to} (<kill>|<killing>|<killed>|end it)
        tried to (die|hang|jump)(?= [.,]| $| (but|and|last|yesterday|today|i|again|off|from|my))
        (almost|nearly) (<killed>)
        i (<killed>)
        (should|could|would|wish i|had i|reason i|not|never|regret) ~1 (have|had) ~1 (<killed>|died)
        (died|dead|succeeded|succeed|worked) (when|the first time|the last time|that night|last time) {i} {tried|had}
        (took|taken|swallowed|downed|ingested|drank|drunk) ~3 (bottle|pack|box|handful|lot|bunch|all|\d+\w*|unknown number|too many|too much|entire|half|dozen|everything) ~3 (<drug>|bleach)
        took (\d+|too many|all (of )?(my|the)|a (bunch|lot|handful|bottle)) ~2 (<drug>)
    """),
    # == Self-harm ===============================================================================================================
    # The act or the urge; slips with knife and razor are told apart in `language_context`.
    _rule(HARM, PAUSE, "cut|harm|hurt|burn|blade|razor|scratch|hit|punch|starv|wrist|bleed|relaps|slice|slicing|carv", r"""
        (want|wanted|need|urge|urges|going|feel like|tempted|started|start|keep|back|stop|about|desire|itching|crave|thinking|thoughts) (to|of|about) ~1 (self harm|self harming|bleed|slice|make myself bleed|cut(?= [.,]| $| (again|so|and|i|because|deep|more|every|tonight|now|my (arms?|wrists?|thighs?|legs?|skin))))
        (started|start|stopped|stop|back to|quit|without|relapsed?|relapsing|addicted to|been|keep|kept|urge to|clean from|miss|about|i) (cutting|burning|harming|self harming)(?= [.,]| $| (again|so|and|i|because|deep|more|tonight|now|since|for|as|at|every|but|to))
        (cut|cutting|harm|harming|hurt|hurting|burn|burning|burned|burnt|slice|slicing|harmed|scratching|mutilat\w+|injure|injuring|starving|punish|punishing) (<myself>)
        (cut|cutting|slice|slicing|sliced|slit|carve|carving|burn|burning|burned|cuts on|scars on) my ~1 (wrists?|arms?|thighs?|legs|skin|hips|forearms?)
        self (harm|harming|harmed|harms|injury|injure|injuring|mutilat\w+|inflicted)(?! (awareness|prevention|is bad))
        (urge|urges) to (cut|harm|hurt|bleed|burn|self)
        (days|weeks|months|years|day|month) (without|clean from|free of|since) (cutting|self harm|harming)
        (hit|hitting|punch|punching) myself (because|again|until|in the|so|when)
        (blade|razor|razors|razor blade) ~4 (wrist|arm|skin|thigh|calling)
    """),
    # == Being abused or unsafe =====================================================================================================
    _rule(UNSAFE, PAUSE, "hit|beat|chok|strang|punch|kick|slap|rap|molest|abus|assault|stab|hurt|threat|safe|afraid|scared|terri|kill|grab|violen|bruis|injur|bones", r"""
        (<they>) {still|used to|started|keeps|kept|will|has|is|was|had|would|always|and} {to|be|been|going to} (<hurts>|hitting|hurting|kicking|punching|slapping|strangling|punch|kick|slap|choke) (on )?me(?! (to|up|with (a|his|her) (question|look)|in (chess|cards|a race|the game)|that|as|when she said|like|for|over|by|if|about|feel|so|off|a \w+ message))
        (<they>) ~2 (grabbed|had|has|took|put|shoved|threw|pushed|dragged) ~3 (me (by|against|into|down|to the (floor|ground))|hands? (around|on) my (neck|throat))
        (<they>) ~1 (is|was|gets|are|got|becomes|became|turned) {physically|sexually|being|so} (abusive|violent)(?= .{0,60} (me|i|my) )
        (scared|afraid|terrified|frightened|fear|worried) {that|of what|if} {my} (<they>) (will|would|is going to|might|may|could) {do|to|end up} (kill|hurt|hit|beat|attack|harm|find|killing|hurting) me
        (scared|afraid|terrified|frightened) of my ~1 (husband|boyfriend|partner|ex|wife|girlfriend|father|stepfather|stepdad|brother)
        (scared|afraid|terrified|frightened) to go home
        not ~1 safe (at home|in my ~1 (home|house)|with (him|her|my)|here with|living with)
        (unsafe|in danger) (at home|in my ~1 (home|house)|with (him|her|my))
        i (am|was|have been|got|get|keep getting) {being} {physically|sexually|domestically|brutally} (abused|beaten|raped|molested|assaulted|choked|strangled)
        (threatened to|threatens to|threatening to|said he would|said she would|he would|she would|he will|she will) (kill|hurt|beat|stab|shoot) me(?! with kindness)
        kicks? to my (face|stomach|head|ribs)
        (domestic|physical|sexual) (violence|abuse)(?= .{0,60} (me|my|am) )
        (choke|strangle|beat) ~3 out of me
        broken bones
    """),
)
