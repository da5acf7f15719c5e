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
    # -- Wish to be dead ------------------------------------------------------------------------------------------------
    # A wish joined with not being: "i want to die", "ready to not exist", "i hope i never wake up".
    _rule(WISH, None, _NOT_BEING, r"""
        {i} <want> {me|us} to {have to|go and} <die>
        i (would|will|had) {much|gladly} (rather|sooner) {to} <die>
        {i} (wish|wished|wishing|hope|hoping|pray|praying|prayed|prefer) {that|for|if} i (will|would|could|had|can|might|get to) {to|have} (<die>|died)
        {i} (wish|wished|wishing|hope|hoping|pray|praying|prayed) {that} i (was|were|am|do|did|had|get|could) {to} (dead|not (here|alive|around|exist|wake|born)|never (born|been born|existed|wake)|been (hit|killed)|hit by|killed|run over|die)
        (wish|wishing|hope|hoping|pray|praying|begging|beg|wanted|want|need) ~5 (kill|take|kills|takes|end|ends|killed|murder) me(?! (out|to|home|with|back|in|for|away|there|on|off|seriously))
        (let|make) me (die|be dead)
        i (should|deserve|could) {to} (have died|be dead|not exist|not be alive|never have been born)
        i should die
        (want|wish|wanted) me (dead|gone forever)
        i want (death|my life to (end|be over)|to (rest|sleep) in peace|out of (life|this life|this world))
    """),
    # No wish to live: "i do not want to be alive", "no will to live", "never asked to exist".
    _rule(WISH, PAUSE, "liv|alive|exist|here|wak|be |life|born|see |go ", r"""
        (not|no longer|never|nor|stopped|without|hardly|barely) ~1 (want|wanted|wanting|wish|like|care|desire|feel like|deserve|enjoy|worth|interested|asked?|see ~2 (point|reason|meaning|purpose) (in|to|of)) {to|in|of|for|me to} {keep|go on|continue|be|to live and} (live any ?more|live|alive|living|exist|existing|being alive)(?! (in|with|at|on|near|off|under|there|my|a|the|up|here in|alone|together|by|how|next|to see|for|as|through)\b)
        (not|no longer|never) ~1 (want|wanted|wanting|wish|deserve|like|meant|supposed) to {keep|continue} (be|being) (here|around) (any ?more|any longer|at all)
        (not|no longer|never) ~1 (want|wanted|wanting|wish|deserve|like|meant|supposed) to be ~1 (on|in|part of) this ~1 (world|earth|planet|life)
        (not|no longer|never) ~1 (want|wanted|wanting|wish|like|deserve) to {ever} (wake up|see (another|the next|tomorrow)|go on (living|any ?more)|live (like this|this life|in this world|on this (earth|planet)|through|another))
        (no|lost|losing|lose|any|the|zero|little) ~1 (reason|point|will|desire|motivation|purpose|meaning|wish|want) {left|for me|for living or|at all} (to|of|in|for) {keep|go on|be|me to|stay|being|staying|continuing} (live|living|alive|exist|existing|life|existence)(?! (in|with|at)\b)
        what ~2 (point|reason|purpose|meaning) (of|in|to|for) ~2 (living|being alive|life|live|existing|existence|being here)
        (life|living|existence|staying alive|being alive) is not ~1 worth
        not worth (living|being alive|it to live|staying alive|the (pain|suffering) of)
        (why|what) (am|do|should|would) i ~1 (alive|live|living|exist|here on this|keep living|bother living|stay alive|be alive)
        (do|can) not (know|see|understand|think) ~4 why ~2 (am|still|keep|i am) ~1 (alive|here any ?more|living|exist)
    """),
    # Weary of living: "tired of being alive", "i hate living", "done with life".
    _rule(WISH, PAUSE, "liv|alive|exist|life|life's", r"""
        (tired|sick|exhausted|weary|fed up|had enough|done|finished|over|bored|through|scared|hate|hating|hated|despise|dread|can not stand|can not handle|can not stand) {and tired|of|with|from|to|by} {of|with} (being alive|living|existing|existence|this life|be alive|life)(?! (in|with|at|under|on|there|like a|my|paycheck|here|off|alone|together|coach|insurance|skills|lessons|is good)\b)
        (give|giving|given|gave) up on (life|living)
        (can|could) not (live|go on living|keep living|continue living|keep being alive|stay alive|bear living|stand living) {with myself} (any ?more|like this|any longer)
        (wish|wished) ~4 (life|my life|it all|this) (would|was|were) {to} (end|over|stop)
        (cursed|forced|condemned) (with|to|into) (live|living|life|exist)
        my life (is|has) {been} (over|finished)
        turn (life|myself|me) off
    """),
    # Others better off, not missed: "better off dead", "they would be better without me".
    _rule(WISH, PAUSE, "better|happier|miss|notice|care|without|easier|burden|improve|cry", r"""
        better off (dead|gone|without me|if i (was|were|am|did not|never)|not (being )?(here|alive|born|exist\w*))
        (better|happier|easier|relieved|fine) {place|off} (if|when|without|once) i (was|were|am|did not|had never|never|do not|died|die|would) ~1 (dead|gone|here|alive|exist|existed|born|around|die|not here|not exist)
        (world|everyone|family|friends|people|they|him|her|everybody|kids|parents) ~4 (better|happier|easier) {off} without me
        (nobody|no one|noone|none|who|no ones|anyone|someone) ~3 (miss|notice|care|cry|mourn|remember|sad) ~3 (if i (died|die|was dead|were dead|was gone|were gone|disappear|kill|killed|am dead|am gone|committed)|when i (die|am dead|am gone)|me when i am gone)
        (if|when) i (died|die|was dead|was gone|disappeared|killed myself|am dead|am gone) ~2 (nobody|no one|noone|everyone|they|it) ~2 (would|will|care|notice|miss|be better)
    """),
    # Death itself as the good thing: "death sounds peaceful", "dying is the only escape".
    _rule(WISH, PAUSE, "death|dying|dead|suicid|die", r"""
        (death|dying|being dead|suicide|non existence|nonexistence|to die|killing myself|ending it) ~1 (sounds|seems|looks|feels|would|is|as|will|may|might) {be|like|to be|so|the|a|an|my|more|far|for me} ~1 (right|peaceful|nice|good|better|best|only|answer|relief|easier|easy|escape|option|appealing|comfort\w*|beautiful|solution|way|freedom|inviting|tempting|friend|worse|welcome|preferable|sweet|great|calm\w*|choice|scary)
        (only|best|easiest|last) ~1 (way out|escape|option|solution|answer|choice|hope|relief|thing) ~3 (is|be|death|dying|suicide|to|left) {to|is|be} (die|death|dying|suicide|kill|killing|end it)
        (crave|craving|embrace|welcome|desire|long for|longing for|looking forward to|look forward to|waiting for|await|begging for|beg for|pray for|praying for|wish for|wishing for|want|need|ready for|yearn for|chasing|envy|jealous of|invite) {my|own|the|to|that|sweet|for|eternal|a} (death|dying|the dead|dead people|eternal (rest|sleep|peace))(?! (penalty|note|row|metal))
        (life|living) is (a|an|the) ~1 (curse|torture|punishment|prison|nightmare|hell) ~3 (die|death|end)
        (die|died|dying|killed) in my sleep
        (already|feel|am|be) dead (inside )?and ~3 (want|wish|bury)
    """),
    # -- Suicidal thoughts ------------------------------------------------------------------------------------------------
    # Wanting, meaning or needing to end one's life. The words are also an exasperated joke: the text decides.
    _rule(THOUGHT, None, _KILLING, r"""
        (<kill>) (<soon>)
        (<killing>)
        (going|want|wanting|wanted|ready|need|about|plan|planning|decided|tempted|would rather|should|might|will|gonna|time|have) {to} {go|just} end it(?! (with|on|there|here|well|by|nicely|early))(?= [.,]| $| (all|now|tonight|so|and|i|because|but|here|soon|for|today|more|tomorrow|right|quick\w*))
        (<kill>)
    """),
    # Said as being suicidal.
    _rule(THOUGHT, PAUSE, "suicid", r"""
        (i|am|me|my|feel|feeling|felt|been|be|being|getting|become|became|get|was|makes me|and|having|have|had|chronically|passively|actively) ~2 suicidal(?! (person|people|friend|man|woman|girl|boy|patients?))
        suicidal (thoughts?|ideation|ideations|urges?|tendencies|feelings?|plans?|intent|again|rn|now|mind|state|and|since|for|because|i|lately|every|all)
        (i|me|my) ~4 suicidal
    """),
    # The thought itself: "thinking about dying", "thoughts of ending it".
    _rule(THOUGHT, PAUSE, "di|death|dea|exist|alive|wak|suicid|jump|end|kill", r"""
        <think> ~3 <of> {how|ways|way|my} {i would|to|i could|of|own} (<dying>|suicide|<kill>|<die>)(?! (rate|penalty|metal|note|row|prevention|of my|toll|alone|in general))
        (death|dying|suicide) (is|are) ~3 (on|in) my mind
        (my|the|own|about|for|considering|consider|attempt|attempting|attempted|planning|contemplating|plan|thought|need|want|into|do|ready for|chose|choosing|via|by) suicide(?! (squad|prevention|hotline|hot|awareness|doors?|bombers?|rates?|loss|watch|mission|note by))
        suicide (is|seems|sounds|looks|feels|would be|thoughts?|ideation|attempts?|methods?|plans?|notes?|letters?|pact|help|tips|now|tonight|the only|or|in|today|tomorrow|might|may be)(?! (not the answer|never the answer|prevention|a serious|preventable|a permanent|awareness))
        (is|are|for|and|of) suicide (the|an?|wrong|worth|painful|easy|option|okay|ok|selfish|cowardly|really|better|my|still|bad|legal|allowed)
        (regret|sorry|wish) ~4 (not dying|not killing myself|not ending|survived|surviving|woke up|i was still alive|i lived|i am alive)
    """),
    # -- Plan or means ------------------------------------------------------------------------------------------------------
    # A day, a place, a method, a note.
    _rule(PLAN, PAUSE, "suicid|note|letter|will|goodbye|good|farewell|last|final|kill|end|die|dying|way|how|overdos|lethal|painless|pills|gun|rope|noose|poison|train|jump|bridge|hang|method|do it|by", r"""
        suicide (note|letter|method|methods|plan|plans|pact|date|bag|kit|attempt)
        (goodbye|farewell|final|last|suicide|my) (letters?|notes?) (to|for) (my|everyone|the|family|loved)
        (final|last) (goodbyes?|post|message|words|note|letter|day (alive|on|here)|night (alive|on|here)|birthday)
        (goodbye|farewell|good bye|bye) (everyone|everybody|world|cruel world|forever|all|life|my friends|to everyone|guys)
        (will|am going to|going to|gonna|would|ready to|want to|wanted to|about to|plan to|decided to|try to|trying to|might|should|ill|have to|need to|courage to|guts to|balls to) (do|doing) it (<soon>)
        (tonight|today|tomorrow) (is|will be) (the|my) (night|day|last|time|end)
        (how|way|ways|method|methods|painless|quickest|easiest|easy|quick|fastest|best|surest|cleanest|least|tips|help|instructions|tutorial) ~5 (<kill>|<killing>|to die(?! (alone|in))|suicide|overdose on|overdosing)
        (how many|how much|what is the|what dose|a|the|enough|lethal) ~6 (<drug>|of \w+|dose|dosage) ~5 (kill me|to die|overdose|be lethal|be fatal|kill someone|kill myself|kill you)
        (lethal|fatal|deadly) (dose|amount|dosage|overdose|combo|combination)
        (painless|quick|easy|peaceful|fast|quickest|easiest|fastest) ~1 (death|suicide|exit|way to (go|die|end|leave)|ways to (go|die|end)|way out)
        (will|would|could|can|might) (this|it|that|they|these) {be enough to} kill me
    """),
    # Something in reach: "i have a rope", "the noose is ready", "if i had a gun".
    _rule(PLAN, PAUSE, "gun|rope|noose|pills|knife|razor|blade|bleach|pistol|rifle|shotgun|helium|cyanide|nitrogen|belt|hang|shoot|shot|jump|od|overdos|bridge|train|trigger|bullet|antifreeze|carbon", r"""
        (have|got|bought|had|with|holding|grab|loaded|find|buy|get|own|ordered|hold|buying|made|tied|take|want) (a|my|the|some|this|enough|myself|his|these|all) ~1 (gun|rope|noose|pistol|rifle|shotgun|handgun|helium|cyanide|razor blade|trigger|bullet|pills)(?= .{0,200}? (end|die|death|kill|life|pain|done|courage|bye|goodbye|suicide|myself|dead|it all|peace|tonight|over))
        (noose|gun|rope|belt|knife|blade|pistol) ~3 (around|in|to|at|on|against) my (neck|head|mouth|temple|wrist|throat|room|lap|hand)
        (pull|pulled|pulling) the trigger (on myself|but|and|i)
        (hanging|hang|shoot|shooting|jump|jumping|overdose|overdosing|drowning|hanged) (myself|or|is|to end|would|from (a|the|my))
        (best|good|high|highest|nearest|right|tall) ~1 (place|spot|bridge|building|enough) to (jump|hang|do it|die|end)
        (jump|jumping|leap|leaping) (off|from|out of|in front of|under) ~5 (<height>|<road>)
        (jump|jumping) (and (die|end)|to my death)
        (courage|guts|balls|strength|brave enough) to (jump|pull the trigger|do it|go through with it|end)
        (blow|blowing|blew) my ~1 brains?
    """),
    # -- Recent attempt -------------------------------------------------------------------------------------------------------
    # Tried, did, nearly did.
    _rule(ATTEMPT, PAUSE, "attempt|tried|overdos|took|taken|swallow|almost|nearly|kill|hung|hang|failed|drank|jump|shot|ended|noose|trying|should", r"""
        i {have} attempted(?! to)(?= [.,]| $| (suicide|again|last|yesterday|today|twice|once|before|it|a few|three|and|but|my|when|on))
        (my|failed|another|last|first|second|third|previous|suicide|a|the|recent|many|two|three|multiple|after|survived|since) ~1 (suicide attempts?|attempts? (at|on) (my life|suicide)|overdose)
        attempted (suicide|to (<kill>)|overdose)
        (tried|trying|attempted|failed|almost|nearly|went|close) {to|and|at} {and|to} (<kill>|<killing>|<killed>|die|end it|do it(?= [.,]| $))
        i ~1 (<killed>)
        (did not|have not|regret not|wish i|should have|could have|would have|had i|not) {have|had} (<killed>)
        (took|taken|swallowed|downed|taking|ingested|drank|drunk) ~3 ((whole )?(bottle|pack|box|handful|lot|bunch|all|\d+\w*|unknown number|too many|too much|entire|half|bleach|dozen|everything)) ~3 (<drug>|bleach|pills)
        (took|taken|swallowed|taking|take) ~1 (\d+|too many|all (of )?(my|the)|a (bunch|lot|handful|bottle)) ~2 (<drug>)
        (died|dead|succeeded|succeed) (when|the first time|the last time|that night) ~2 (i|tried)
        (second|third|2nd|3rd|last|previous|failed|first) (attempt|time i tried)(?= .{0,120}?(die|kill|suicid|death|overdos))
    """),
    # -- Self-harm ---------------------------------------------------------------------------------------------------------------
    # The act or the urge; slips with knife and razor are told apart in `language_context`.
    _rule(HARM, PAUSE, "cut|harm|hurt|burn|blade|razor|selfharm|scratch|hit|punch|starv|wrist|bleed|relaps", r"""
        (want|wanted|need|urge|urges|going|feel like|tempted|started|start|like|keep|back|stop|trying not|about|desire|itching|able|crave|dying) {to|for|of} ~1 (cut|harm|hurt|burn|cutting|harming|hurting|burning|self harm|self harming|bleed|make myself bleed|slice) {<myself>|myself|again|me}(?= [.,]| $| (again|so|badly|and|i|because|right|now|or|tonight|deep|more|every|my (arms?|wrists?|thighs?|legs?|skin|self)))
        (cut|cutting|harm|harming|hurt|hurting|burn|burning|burned|burnt|slice|slicing|harmed|scratching|scratch) <myself>
        (cut|cutting|slice|slicing|sliced|slit|carve|carving|burn|burning|burned) my ~1 (wrists?|arms?|thighs?|legs|skin|hips|forearms?)
        self (harm|harming|harmed|harms|injury|injure|injuring|mutilat\w+|inflicted)(?! (awareness|prevention|is bad))
        (urge|urges) to (cut|harm|hurt|bleed|burn|self)
        (relapsed|relapse|relapsing) .{0,60}(cut|cutting|harm|blade|razor)
        (my|a|the) (blade|razor|razors|razor blade) ~4 (wrist|arm|skin|thigh|tonight|calling|again)
        (days|weeks|months|years|day|month) (without|clean from|free of|since) (cutting|self harm|harming)
        (hit|hitting|punch|punching|punish|punishing) myself (because|again|until|in the|so|when)
    """),
    # -- Being abused or unsafe ----------------------------------------------------------------------------------------------------
    _rule(UNSAFE, PAUSE, "hit|beat|chok|strang|punch|kick|slap|rap|molest|abus|assault|stab|hurt|threat|safe|afraid|scared|kill|grab|violent|fear|control", r"""
        (<they>) {is|was|has|would|still|used to|started|keeps|kept|had|will|were|have} {been|to|be} (<hurts>|hitting|hurting|threatening to (kill|hurt)|kicking|punching|slapping|strangling) (on )?me(?! (to|at|up|with|in (chess|cards|a race)|that|as|when she said|like|down|for|over|by|if|about|feel|so))
        (<they>) ~2 (grabbed|had|has|took|put) ~3 (me by (the|my) (neck|throat|hair)|hands? (around|on) my (neck|throat))
        (<they>) ~1 (is|was|gets|are|got|becomes|became) {physically|sexually|being|so} (abusive|violent|abusing me|hurting me)
        (scared|afraid|terrified|frightened|fear|worried) {that|of what|he|she|they} (he|she|they|my (husband|partner|boyfriend|wife|father|ex|stepfather|brother|girlfriend)) (will|would|is going to|might|may|could|does) {do|to|end up} (kill|hurt|hit|beat|attack|harm|find|killing|hurting|me) {me}
        (scared|afraid|terrified|frightened) of my (husband|boyfriend|partner|ex|wife|girlfriend|father|stepfather|stepdad|brother)
        (not|never|do not feel|no longer) {feel} safe (at home|in my (own )?(home|house)|with (him|her|my)|here with|living with)
        (unsafe|in danger) (at home|in my (own )?(home|house)|with (him|her|my)|because of (him|my))
        (am|being|been|get|getting|was|got) {physically|sexually|emotionally|domestically} (abused|beaten|raped|molested|assaulted|hit|choked|strangled) (by|at home|every|again|last|and|at)
        (will|threatened to|threatens to|going to|said he would|said she would) (kill|hurt|beat) me (if|and|when|for|in my|or)
        i would die if i (did not|tell|leave|told|left)
        (domestic|physical|sexual) (violence|abuse)(?= .{0,60}( my | me ))
        (choke|strangle) ~3 out of me
    """),
)
