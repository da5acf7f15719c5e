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
    backing: int | None
    needs: re.Pattern[str]
    pattern: re.Pattern[str]


def _rule(name: str, strength: Strength | None, needs: str, lines: str, *, backing: int | None = None) -> Rule:
    return Rule(
        name=name,
        strength=strength,
        backing=backing,
        needs=re.compile(rf" (?:{needs})"),
        pattern=re.compile(rf" {compose(lines)}(?= )"),
    )


WISH, THOUGHT, PLAN = "wish_to_be_dead", "suicidal_thoughts", "plan_or_means"
ATTEMPT, HARM, UNSAFE = "recent_attempt", "self_harm", "abused_or_unsafe"
SIGNS = "several_signs"
SOFT, PAUSE = Strength.SOFT, Strength.PAUSE
_NOT_BEING = "die|dead|exist|alive|wak|leav|disapp|vanish|sleep|gone|kill|born|fade|done|liv|breath|death|hit |cancer|rest"
_KILLING = (
    "kill|murder|off|drown|gas|poison|suffoc|eras|delet|hang|sho|starv|stab|strang|chok|end|tak|put|commit|sui|slit|slash|cut|blow|overdos"
    "|jump|leap|walk|throw|driv|finish|dying|die|run|step|euthan|lose|set|light"
)


RULES: tuple[Rule, ...] = (
    # == Wish to be dead ==============================================================================================
    # A wish joined with not being: "i want to die", "ready to not exist", "i would rather not wake up".
    _rule(WISH, None, _NOT_BEING, r"""
        {i} (<want>) {me|us|for me} to {have to|go and} (<die>)
        {i} (<want>) (dead|death)(?! (body|line|lift|weight|end|ringer))
        i (would|will|had) {much|gladly} (rather|sooner) {to} (<die>)
        {i} (wish|wished|wishing|hope|hoping|pray|praying|prayed|prefer) {to god|to|that|for|if} i {would|will|could|had|can|might|get|have|was|were|am|do|did|get to} {to|have|been|be} (<die>|died|dead|killed|hit by|never born|not born|not alive|aborted|not here)
        (feel|feels|feeling|felt) like (dying|i want to (<die>)|i should (<die>)|not existing)
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
    _rule(WISH, PAUSE, "liv|alive|exist|here|wak|be |life|born|see |go |this|world|" + _KILLING, r"""
        (<not>) ~1 (<wanting>) to {keep|go on|continue|ever|be} (live|alive|living|exist|existing)(?! (in|with|at|near|off|under|there|my|a|the|up|alone|together|by|how|next|to see|for|as|through)\b)
        (<not>) ~1 (<wanting>) to live (any ?more|in this world|on this earth|this life|through|another|for ~2 (years|life)|in this|a life|the rest|my life like)
        (<not>) (feel like|worth|interested in|see ~4 in|care about|see myself) (living|being alive|existing|life)
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
    _rule(WISH, PAUSE, "liv|alive|exist|life|all|m[ey] ", r"""
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
    # Not minding, not caring: "i do not care if i live", "would not mind dying", "not meant for this world".
    _rule(WISH, PAUSE, "die|dying|died|live|alive|born|exist|world|life|dead|here|woke|wak|heart|kill|cancer|hit|get|got|ha|me |surviv|like|mak", r"""
        (not|never|who) ~2 (care|mind|matter|matters|bother\w*|upset|sad) ~1 (if|whether|when|that) i (live|die|died|am dead|was dead|am alive|get killed|got hit|got killed|never woke|do not wake|did not wake|will die|end up dead|lived|live or die|wake)
        (not|never) mind (dying|being dead|not waking|death|getting (hit|killed|run)|not existing)
        (okay|ok|fine|content|happy|cool|comfortable|at peace) with (dying|death|being dead|not waking up|not existing)
        should (not|never) ~1 (been born|be alive|exist|be born|have been born|have existed|have lived|meant to (live|be alive|exist|be here|be born)|supposed to (live|be alive|exist|be here|be born|make it))
        (not|never) (asked?|choose|chose|consent) to (be born|live|exist|be alive|be here)
        (<not>) (belong|fit|made|meant|built|cut out) (in|for|into) (this world|life|living|this life|this earth|the world|existence)
        life is not for (me|everyone)
        (not|no longer) want (this|my|a|any) (life|existence)(?= [.,]| $| (any ?more|i|and|because|to))
        (still|unfortunately|disappointed|sad|upset|hate|hated|angry|mad|sorry) ~3 (i|that i|i am|to) (woke up|wake up|am alive|alive|exist|survive\w*|be alive|did not die)(?! (early|late|at|so early|in time))
        (hate|dread) (waking up|that i wake|that i woke)(?! (early|at|so early|in the morning|late|to|before))
        (my|this) heart (to|would|will) ~1 (stop|give out|quit)
        (can not|can hardly) wait to (die|be dead|not exist)
        (end|shoot|erase|take|put) me (now|please|god|lord|away|out of my|down|already)(?= [.,]| $| (misery|i|and|please|from this))
        (will|would) not (be here|be alive|be around|make it|live) (much longer|next (year|month|week)|long|to see|past|another|for long|until|by)
        (not|never) ~2 (make|see|live|reach|survive) {it} (to|past|until) (my )?(\d+|next (year|month|week)|tomorrow|birthday|christmas|the end|graduation)
        (wish|hope|hoping|pray|praying|want|wishing|like) ~4 (get|got|had|have|give me|catch|caught) (cancer|a terminal\w*|terminal\w*|a heart attack|a brain tumou?r|corona\w*|covid|hit by ~2 (bus|car|truck|train))
        (by the time|if) you ~2 (read|reading|see|seeing) this ~4 (dead|gone)
    """, backing=1),
    # Worn down to the end of one's strength: taken as such only where several signs stand together.
    _rule(WISH, SOFT, "go|giv|do |tak|end|stop|over|out|here|point|disappear|future|carry|continue|keep|done|ready|life|fight|live|bother", r"""
        (can|could) not ~1 (go on|keep going|continue|carry on|keep fighting|keep doing this|do this any ?more|take (it|this) any ?more|live)
        (want|wanted|need|just) ~2 (it|this|everything|all of it|the pain|my pain|the suffering|my life) ~2 (stop|end|over|done|to go away)
        (want|wanted|wish|like|love) (to|i could|i would) ~1 (disappear|vanish|be gone|fade away|fade|go away|be nothing|be no one)
        (<not>) ~1 (<wanting>) to be here<stop>
        i (want|need) out<stop>
        (why|not) ~1 (bother|keep going|go on|continue|keep trying|even try)
        what is the (point|use)<stop>
        (no|not) ~2 (future|hope|way out|point|purpose)
        (give|giving|given|gave) up(?= [.,]| $| (on (everything|myself|it all|all)|i|and|because|completely))
        (so|am|i|and) done(?= [.,]| $| (with (everything|it all|this|people|the world|trying)|i|and))
        (tired|sick|exhausted) of (fighting|trying|this|everything|it all|being (me|here|in pain|sad|a burden))
        (ready|want|time) (to|for me to) (go|leave|rest)<stop>
        life ~3 (pointless|meaningless|worthless|unbearable|not worth|hell|torture|ruined)
        (do not|not) (deserve|want) {to} (live|life|to be loved)
    """, backing=3),
    # Others better off, not missed: "better off dead", "they would be better without me".
    _rule(WISH, PAUSE, "me |my |die|past|better|happier|miss|notice|care|without|easier|burden|improve|cry|relie|sad|gone|died|dead", r"""
        better off (dead|gone|without me|if (<gone>)|not (being )?(here|alive|born|exist\w*))
        (better|happier|easier|relieved|fine|best) {place|off|for everyone|for all} (if|when|without|once) (<gone>)
        (world|everyone|family|friends|people|they|him|her|everybody|kids|parents|all|life) ~4 (better|happier|easier) {off} without me
        (<nobody>) ~4 (miss|notice|care|cry|mourn|remember|sad|find|look|come|relieved|happy|happier) ~3 (if|when|me when|me if|that) (<gone>)
        (if|when|after|once) (<gone>) {tonight|tomorrow|today|now} {will|would|do} {that} (<nobody>|it|things|my \w+|will|would) ~3 (will|would|care|notice|miss|better|anything|matter|cry|sad)
        (my|your) death would
        (help|helping|let|letting) me (die|end it|kill)
        (bullet|noose|grave|coffin|bridge|rope|gun) ~1 (sounds|looks|seems|is) ~1 (good|better|nice|right|inviting|tempting|like|best)
        (for|want|wanting|wish) my life to (end|be over|stop)
        (wish|hope|hoping|pray|praying) (i|it|this|that|something|someone|god) ~6 (and i die|and die|kills me|takes me)
        (not|never) ~4 (make|live|survive) {it} past
    """),
    # Death as the good thing: "death sounds peaceful", "dying is the only escape".
    _rule(WISH, PAUSE, "death|dying|dead|suicid|die|end|wak|sleep|asleep|kill|gone|euth|exist", r"""
        (death|dying|being dead|suicide|non existence|nonexistence|to die|killing myself|ending it|ending my life|not existing|not being alive) ~1 (sounds|seems|looks|feels|would|is|as|will|may|might|can) {be|not be|like|to be|as} {so|the|a|an|my|more|far|for me|that|much|such} {only|best|better} (right|peaceful|nice|good|better|best|only|answer|relief|easier|easy|escape|option|appealing|comfort\w*|beautiful|solution|way|freedom|inviting|tempting|friend|worse|welcome|preferable|sweet|great|calm\w*|choice|wonderful|perfect|mercy|bliss)
        (only|best|easiest|last|final) ~1 (way out|escape|option|solution|answer|choice|hope|relief|thing|way) ~4 (die|death|dying|suicide|kill|killing|end it|ending)
        (crave|craving|embrace|welcome|desire|long for|longing for|looking forward to|look forward to|waiting for|await|awaiting|begging for|beg for|pray for|praying for|wish for|wishing for|want|need|ready for|yearn for|chasing|envy|jealous of|invite|preparing for|prepare for|prepared for) {my|own|the|to|that|sweet|for|eternal|a} (death|dying|the dead|dead people|eternal (rest|sleep|peace))(?! (penalty|note|row|metal|by))
        (<not>) (afraid|scared|fear|frightened) {of|to} (die|dying|death) (<ever_more>)
        (die|died|dying|killed) in my sleep
        (sleep|asleep) (forever|for ever|and never wake)
        (sleep|asleep|bed|rest|eyes) ~3 (<no_wake>) {back} up
        (dead|die|dying|gone) (soon|by (tomorrow|tonight|morning))
        preparing (for|to) (death|die|end)
        (right to die|euthanasia|assisted suicide|assisted dying)
    """, backing=1),
    # == Suicidal thoughts ===============================================================================================
    # Named outright: nobody says this of a slow website.
    _rule(THOUGHT, PAUSE, "com|end|tak|die|dying|put", r"""
        (commit|committing|die by|dying by|do|doing) ~1 suicide(?! (squad|sprints?|runs?|drills?))
        (end|ending|take|taking) my ~1 (life|existence)(?! (seriously|story|as a (student|single)|back|into|in a new|to the))
    """),
    # Wanting, meaning or needing to end one's life; the same words are also an exasperated joke.
    _rule(THOUGHT, None, _KILLING, r"""
        (<kill>) (<soon>)
        (<kill>)
        (<killing>)
    """),
    # "end it" and "do it" say it only in a text of despair.
    _rule(THOUGHT, PAUSE, "end|do|go|off", r"""
        (should|could|shall|can|might|do) i end (it|this|everything|things)<stop>
        (going|want|wanting|wanted|ready|need|about|plan|planning|decided|tempted|rather|should|might|will|would|ill|time|have|way|like|how|just|and|could|may) {to} {go|as well|just} end (it|this|everything|things|all)(?! (with|on|there|here by|well|nicely|early|conversation|call|relationship|date|meeting))
        ending (it|this|everything)( all)?<stop>
        (might|going to|will|gonna|want to|ready to|about to|decided to|plan to|should|ill|end up|trying to|tried to|courage to|guts to|strength to|balls to|brave enough to|enough to|time to|have to) (do|doing) it(?! (well|right|with|for (fun|work|charity)|again next|better))
        (go|going|went) through with (it|this)
        (will|am|going to) be gone (soon|tonight|tomorrow|by|forever|before)
        (attempt|try) again (tonight|tomorrow|soon|because|so|and)
        (gotta|going to|might|should|will|want to|need to|have to) {go} attempt (again|<soon>)
    """, backing=1),
    # Asking for a reason, for an end, for someone to step in.
    _rule(THOUGHT, PAUSE, "why|when|can|reason|talk|stop|danger|trust|safe|save|convince|dea|come|if|wish|kill|tak|suicid", r"""
        (why|how come) ~3 i ~2 (die|dead|died|dying)(?! (of|from|in|at|a|on|hard|laughing|for|every|when|each|inside)\b)
        when (can|will|do|may) i {get to} die
        (why|when) (do|does|will|did|has|would) ~1 (god|death|life|it|someone|something|somebody|covid|they) ~2 (kill|take|end|let) me
        (can|could|may) i ~1 (die|be dead) (now|already|please|yet|today|soon)
        (if only|wish) i could (die|<die>|trade)
        (give|tell|convince|need|find|any|one|good|think of|have|looking for) ~2 (reasons?|why) ~1 (not to|to (live|stay|not)|i should (not|live|stay))(?! (go|call|ask|apply|buy|eat|watch|to|at|in|home|up)\b)
        (talk|talked|talking) me out of (it|this|doing|killing|suicide)
        (stop|save|stopped|stopping) me from (myself|doing|jumping|<killing>)
        danger to myself
        (trust|safe (from|with|around|by)) myself(?! (to|enough|with (a|the)))
        (dead|gone) by (now|tonight|tomorrow|then|\d+|the (time|end)|next)
        (death|grim reaper) ~1 (come|take|calls|calling|comes) ~1 (me|for me|take|already|please|soon|now)
        (suicide|crisis) (hotline|hotlines|lifeline|helpline|line|prevention line)
    """, backing=0),
    # Said as being suicidal.
    _rule(THOUGHT, PAUSE, "suicid", r"""
        (i|am|me|feel|feeling|felt|been|be|being|getting|become|became|get|was|makes me|and|having|have|had|chronically|passively|actively|so|not) ~2 suicidal(?! (person|people|friend|man|woman|girl|boy|patients?|tendencies from))
        suicidal (thoughts?|ideation|ideations|urges?|tendencies|feelings?|plans?|intent|again|now|mind|state|and|since|for|because|i|lately|every|all|girl|boy)
        i ~4 suicidal
    """),
    # The thought itself: "thinking about dying", "thoughts of ending it", "i contemplated suicide".
    _rule(THOUGHT, PAUSE, "d[iy]|death|dea|exist|alive|wak|suicid|jump|end|kill|leav|being|not|never|no |" + _KILLING, r"""
        (<think>) ~3 (<of>) {how|ways|way|my|when} {i would|to|i could|of|own|i will} (<dying>|suicide|<kill>|<die>|jumping)(?! (rate|penalty|metal|note|row|prevention|of my|toll|alone|in general))
        (contemplat\w+|consider|considered|considering|attempted?|attempting|planning|planned|plan|chose|choosing|googled|googling|ready for|via|by|through|the thought of|to|my|own|for|want|need|about|into|successful|quick|painless|do|is|destined for) {about|of} suicide(?! (squad|prevention|hotline|hot|awareness|doors?|bombers?|rates?|loss|watch|mission|note by))
        (death|dying|suicide|the end) (is|are) ~3 (on|in) my mind
        suicide (is|seems|sounds|looks|feels|would be|thoughts?|ideation|attempts?|methods?|plans?|notes?|letters?|pact|help|tips|now|tonight|the only|today|tomorrow|might|may be|not the answer)(?! (never the answer|prevention|a serious|preventable|awareness|wrong|a sin))
        (is|are) suicide (the|an?|worth|painful|easy|option|okay|ok|really|better|my|still|bad|not|so)
        (regret|sorry|wish|mad|angry|upset|disappointed|sad) ~4 (not dying|not killing myself|not ending|survived|surviving|i woke up|i was still alive|i lived|i am still alive|woke up|not dead)
    """),
    # == Plan or means =====================================================================================================
    # A day, a method, a farewell.
    _rule(PLAN, PAUSE, "suicid|note|letter|goodbye|good|bye|farewell|last|final|kill|end|die|dying|way|how|overdos|\\w*nitrite|nemb|pentob|mean|best|easi|quick|place|lethal|fatal|painless|method|dose", r"""
        (how to|way|ways|method|methods|means|easiest|painless|place) ~4 (kill|hang|killing|shoot|off|end) (yourself|your self|oneself|ones? self|themsel\w+|them self|someone|a person|your life)
        \w*(nitrite|nembutal|pentobarbital)
        suicide (notes?\w*|letters?|methods?|plans?|pact|date|bag|kit|attempts?)
        (goodbye|farewell|final|last|death) (letters?|notes?|goodbyes?|words)
        (writing|wrote|written|write) ~2 (goodbye|farewell|final|last|my) (letters?|notes?)
        this (is|will be) ~1 (my|the) (last|final) (post|message|goodbye|words|note|letter|day|night|birthday|christmas|time|week|hours?)
        (goodbye|farewell|good bye|bye) (everyone|everybody|world|cruel world|forever|life|my friends|to everyone|guys)
        how ~1 (to|do i|can i|could i|should i|would i|i would|i can|i could|i should|i will|i am going to|one) ~2 (<kill>)
        (way|ways|method|methods|quickest|easiest|fastest|surest|cleanest|tips|instructions|effective|guaranteed|painless|plan) ~2 (to|of|for|on) ~2 (<kill>|<killing>|die(?! (alone|in))|suicide|overdose)
        (painless|quick|easy|peaceful) (suicide|<killing>)
        (how many|how much|what dose|enough|lethal|mg|grams?|g|milligrams|bottles?|pills|tablets|<drug>) ~8 (kill me|to die|overdose|overdosing|be lethal|be fatal|kill someone|kill myself|kill you|to kill)
        (lethal|fatal|deadly) (dose|amount|dosage|overdose|combo|combination)
        (painless|quick|easy|peaceful|quickest|easiest|fastest) ~1 (suicide|exit|way to (go|die|end|leave)|ways to (go|die|end)|way out)
        (tonight|today|tomorrow) (is|will be) (the|my) (last|end|final)
        (will|would|could|can|might) (this|it|that|they|these) {be enough to} kill me(?= (if|i|or|with|quick\w*))
    """),
    # Asking how it goes, a day chosen, things put in order.
    _rule(PLAN, PAUSE, "how|what|can|could|would|will|is|does|surviv|tonight|today|time|day|date|wo|not|see|after|before|when|stand|sit|where|picked|chose|set|ha|giv|written|wrote|writ|every|stockp|sav|coll|hoard|starv|drink|mix|kn|belt|ti|exhaust|garage|one", r"""
        (how|is|does|will|would|can|could|do|what|which|where|has) ~6 (die|dying|death|lethal|fatal|overdose|hanging|drowning|suffocat\w*|asphyxiat\w*|bleed out|bleeding out|jumping|hanged|starv\w+ to death) ~2 (hurt|painful|painless|long|instant\w*|quick\w*|fast|enough|easier|peaceful\w*)
        (how|is|does|will|would|can|could|what|which|where|has) ~8 (hanging|drowning|overdose|overdosing|bleach|pills|mg|train|gunshot|exhaust|<drug>|rope|noose|nitrogen|drop) ~5 (hurt|painful|painless|kill|die|dead|death|fatal|lethal|survive|quick|instant\w*)
        how (long|high|far|deep|many|much|fast|tall) ~8 (to die|until i die|before i die|kill|fatal|lethal|fall|drown|bleed|suffocate|pass out|dead|jump)
        what happens (if|when|after) ~2 (overdose|swallow|take|drink|jump|die|hang|mix) ~4 (<drug>|bleach|all|too many|off|myself)
        (survive|survived|surviving) ~2 (jump|fall|hanging|overdose|gunshot)
        (tonight|today|tomorrow) is the (night|day|time|end|last)
        (tonight|today) is it
        (my|the) time (has come|is (up|now|here|near|coming)|to go)
        (will not|wont|may not|might not|am not going to) {be} (here|alive|around|live|see|be here|make it|wake up) (tomorrow|tonight|the morning|in the morning|by (tomorrow|monday|the end)|next|after|to see|for my)
        (before i (go|leave|do it|end)|after i am (gone|dead)|when i am (gone|dead))<stop>
        (say|saying|said) ~1 (goodbye|goodbyes|farewell|good bye)
        (standing|sitting|stood|sat) ~2 (ledge|roof|bridge|balcony|tracks|edge of|top of|rooftop|cliff)
        (picked|chose|chosen|set|have|got|pick|choose|decided on|know) (a|the|my|when|how) ~1 (date|day|method|plan|spot|place)<stop>
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
    """, backing=0),
    # Something in reach: "i have a rope", "courage to jump"; all of it means something else in a cheerful text.
    _rule(PLAN, PAUSE, "hydrogen|electroc|sn |cyanide|b|dr|de|sh|slit|op|exit|attempt|gun|rope|noose|pills|knife|razor|blade|bleach|pistol|rifle|shotgun|helium|cyanide|belt|hang|sho|jump|overdos|bridge|train|trigger|bullet|antifreeze|courage|guts|brave|balls|wrist|bleed|mg|down|goodbye|bye|farewell|swallow|tak|took|walk", r"""
        (have|got|bought|had|holding|grab|find|buy|get|own|ordered|hold|buying|made|tied|take|want|need|using|use) {a|my|the|some|this|enough|these|all|his|access to} ~1 (<weapon>|<drug>|bullet)
        (noose|gun|rope|belt|knife|blade|pistol|bag|barrel|cord) ~3 (around|in|to|at|on|against|over|is ready|ready) ~1 (my|ready)
        (pull|pulled|pulling) the trigger
        (gun|pistol|rifle|shotgun|barrel) ~2 mouth
        (took|taken|take|taking|swallowed) ~1 \d\d+ ~3 (mg|pills|tablets|grams|<drug>)
        (death|the end) is (inevitable|coming|near|close|calling)
        (hanging|hang|shoot|jump|jumping|overdose|overdosing|drowning|hanged|carbon monoxide|drown) (or|is|to end|would|from (a|the|my)|in front|because|and|myself|tonight)
        (best|good|high|highest|nearest|right|tall) ~1 (place|spot|bridge|building|roof|enough) {to|i can|where i can} (jump|hang|do it|die|end|fall)
        (courage|guts|balls|strength|brave enough|close|nerve|want|wanted|going|ready|urge|tempted|edge|about) (to|of) ~1 (jump(?! (rope|in the (pool|water)|up))|jumping|<jump>|<jumping>|pull the trigger|hang(?! (out|with|around|up|on))|overdose|swallow\w*|down|downing)
        (blow|blowing|blew) my ~1 (brains?|head)
        (down|downing|swallow|swallowing|take|taking|took|taken|popping|swallowed|downed) ~5 (<drug>|bleach|poison)
        \d+ ?(mg|grams|g|milligrams) of \w+
        (hydrogen sulfide|carbon monoxide|exit bag|electrocution|cyanide|sn) ~6 (painful|kill|take|enough|buy|bought|how|quick|long|use|using|die)
        (my|many|few|failed) ~1 attempts
        (bleed|bleeding|bled) (out|to death)
        (open|opening|slit|slice|cut|cutting) ~2 my ~1 (wrists?|veins?|throat)
        (goodbye|farewell)(?= [.,]| (i|and|to|my|all|$))
        (walk|walking) into (traffic|the (sea|ocean|river|road))
    """, backing=0),
    # == Recent attempt ===========================================================================================================
    _rule(ATTEMPT, PAUSE, "com|sui|attempt|tried|overdos|took|taken|swallow|almost|nearly|kill|hung|hang|failed|dr[au]nk|jump|shot|ended|noose|trying|close", r"""
        i {have} attempted(?= [.,]| $| (suicide|again|last|yesterday|today|twice|once|before|it|a few|three|and|but|my|when|on|many|so many))
        (my|failed|another|last|first|second|third|previous|suicide|a|the|recent|many|two|three|multiple|after|survived|since|several|few) ~1 (suicide attempts?|attempts? (at|on) (my life|suicide|ending))
        attempted (suicide|to (<kill>)|overdose)
        (tried|trying|attempted|failed|almost|nearly|went|close|try|attempt) {to|and|at} {and|to} (<kill>|<killing>|<killed>|end it)
        tried to (die|hang|jump)(?= [.,]| $| (but|and|last|yesterday|today|i|again|off|from|my))
        (almost|nearly) (<killed>)
        i (<killed>)
        (should|could|would|wish i|had i|reason i|not|never|regret) ~1 (have|had) ~1 (<killed>|died)
        (died|dead|succeeded|succeed|worked) (when|the first time|the last time|that night|last time)( i (tried|had))?
        (took|taken|swallowed|downed|ingested|drank|drunk) ~3 (bottle|pack|box|handful|lot|bunch|all|\d+\w*|unknown number|too many|too much|entire|half|dozen|everything) ~3 (<drug>|bleach)
        took (\d+|too many|all (of )?(my|the)|a (bunch|lot|handful|bottle)) ~2 (<drug>)
    """),
    # == Self-harm ===============================================================================================================
    # The act or the urge; slips with knife and razor are told apart in `language_context`.
    _rule(HARM, PAUSE, "cut|harm|hurt|burn|blade|razor|scratch|hit|punch|starv|wrist|bleed|relaps|slice|slicing|carv", r"""
        (want|wanted|need|urge|urges|going|feel like|tempted|started|start|keep|back|stop|about|desire|itching|crave|thinking|thoughts) (to|of|about) ~1 (self harm|self harming|bleed|slice|make myself bleed|cut(?= [.,]| $| (again|so|and|i|because|deep|more|every|tonight|now|my (arms?|wrists?|thighs?|legs?|skin))))
        (started|start|stopped|stop|up|resort\w*|from|into|back to|quit|without|relapsed?|relapsing|addicted to|been|keep|kept|urge to|clean from|miss|about|i) (cutting|burning|harming|self harming)(?= [.,]| $| (again|so|and|i|because|deep|more|tonight|now|since|for|as|at|every|but|to))
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
        i (am|keep getting|get) {being|getting} {physically|sexually|domestically|brutally} (abused|beaten|raped|molested|assaulted|choked|strangled)
        (threatened to|threatens to|threatening to|said he would|said she would|he would|she would|he will|she will) (kill|hurt|beat|stab|shoot) me(?! with kindness)
        kicks? to my (face|stomach|head|ribs)
        (domestic|physical|sexual) (violence|abuse)(?= .{0,60} (me|my|am) )
        (choke|strangle|beat) ~3 out of me
        broken bones
    """),
    # == Several signs ==============================================================================================================
    # No frame above, but suicide named, or death by someone who speaks of themselves, in a text of despair.
    _rule(SIGNS, SOFT, "die|dying|dead|death|died|alive|suicid|exist|noose|lethal|" + _KILLING, r"""
        (suicid\w*|noose|lethal)(?! (squad|prevention|hotline|awareness|doors?|bombers?|sprints?|runs?))
        (<jump>|<jumping>)
        (i|me|my|am|myself) ~4 (die|dying|died|dead|death|alive|exist|existing|killing|kill)(?! (of|to|for|from|laughing|hard|line|me|him|her|them|it|people|the|metal|you|time|rate|that|a|this|time|my))
        (<kill>|<killing>|<killed>)
    """, backing=1),
    _rule(SIGNS, SOFT, "die|dying|dead|death|died|alive|exist", r"""
        (die|dying|died|dead|death|alive|exist|existing|existence)(?! (of|to|for|from|laughing|hard|line|metal|rate))
    """, backing=3),
)
