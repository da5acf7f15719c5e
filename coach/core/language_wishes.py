"""What the app listens for, first part: the wish to be dead, and thoughts of ending one's life.

Each rule joins frames ("i want to", "thinking about") with objects ("die", "end my life"), so that it covers
sentences that nobody has listed. The notation is told in `language_notation`.
"""

from __future__ import annotations

import coach.core.language_pieces  # noqa: F401  (defines the pieces the rules name)
from coach.core.language_notation import Rule, Strength, rule

WISH, THOUGHT = "wish_to_be_dead", "suicidal_thoughts"
SOFT, PAUSE = Strength.SOFT, Strength.PAUSE

RULES: tuple[Rule, ...] = (
    # == Wish to be dead ====================================================================================
    # A wish joined with not being: "i want to die", "ready to not exist", "i would rather not wake up".
    rule(
        WISH,
        None,
        r"""
        ({i} (<want>) {me|us|for me} to|i (would|will|had) {much|gladly} (rather|sooner)|hopefully i|
            (all|thing|everything) i ~1 (want|wanted|need|can think of) {to do} (is|was)|
            (feel|feels|feeling|felt) like i (want to|should)) {to|have to|go and|will|would|can|might} (<die>)
        {i} (<want>) (dead|death)(?! (body|line|lift|weight|end|ringer))
        {i} (wish|wished|wishing|hope|hoping|pray|praying|prayed|prefer) ~3 i {would|
            will|could|had|can|might|get|have|was|were|am|do|did|get to} {to|have|been|be} (<die>|died|dead|
            killed|hit by|never (born|been born|existed)|not born|not alive|aborted|not here)
        (feel|feels|feeling|felt) like (dying|not existing)
        (wish|wishing|hope|hoping|pray|praying|begging|beg|wanted|want|need|please) ~5 (kill|kills|end|ends|
            killed|murder) me(?= [.,]| $| (and|so|already|now|in my|tonight|because|i|please|off this|
            from this))
        (let|make) me (die|be dead)
        (should have|wish i had) died
        (why|how come) ~3 i ~2 (die|dead|died|dying)(?! (of|from|in|at|a|on|hard|laughing|for|every|when|
            each|inside)\b)
        (why|when) (do|does|will|did|has|would) ~1 (god|death|life|someone|something|somebody|covid|
            they) ~2 (kill|take|end) me(?= [.,]| $| (already|away|and|i|yet|so|please))
        (not|never|who) ~2 (care|mind|matter|matters|bother\w*|upset|sad) ~1 (if|whether|when|that) i (live|
            die|died|am dead|was dead|am alive|get killed|got hit|got killed|never woke|do not wake|
            did not wake|will die|end up dead|live or die)
        i (should|deserve) {to} (have died|be dead|not exist|not be alive|never have been born|die)
        (want|wish|wanted) (me|myself) (dead|gone forever)
        i want ~3 my life to (end|be over|stop)
        i want out of (life|this life|this world)
        am going to (die|be dead) (soon|tonight|today|by|this)
        (<not>) ~1 (<wanting>) to {keep|continue} (be|being) (here|around) (<ever_more>)
        (can|could) not {keep|go on|continue|bear|stand|even} (live|living|being alive|existing) (<ever_more>|
            like this|this way|with this (pain|life)|through this|in this (pain|world)|feeling|with the pain|
            and|i|this life)
        my life (is|has|was) {been} (over|finished)
        better off (gone|without me|not (being )?here)(?! (in|at|on|there|for|as|this|that|today|tonight|
            tomorrow|and my|to)\b)
        (<nobody>) ~4 (miss|notice|care|cry|mourn|remember|sad|find|look|come|relieved|happy|
            happier) ~3 (if|when|me when|me if|that) (<gone>)
    """,
    ),
    # No wish to live: "i do not want to be alive", "no will to live", "nothing to live for".
    rule(
        WISH,
        PAUSE,
        r"""
        (<not>) ~1 (<wanting>) to {keep|go on|continue|ever|be} (live|alive|living|exist|existing)(?! (in|
            with|at|near|off|under|there|my|a|the|up|alone|together|by|how|next|here|out|off|on|from|
            to see|for|as|through)\b)
        (<not>) ~1 (<wanting>) to live (any ?more|in this world|on this earth|this life|through|another|
            for ~2 (years|life)|in this|a life|the rest|my life like)
        (<not>) (feel like|worth|interested in|see ~4 in|care about|see myself) (living|being alive|
            existing|life)
        (<not>) ~1 (<wanting>) to {keep|continue} (be|being|live|living) ~1 (on|in|part of) this ~1 (world|
            earth|planet|life)
        (<not>) ~1 (<wanting>) to {ever} (wake up(?! (early|at|late|the|him|her|my|in time|before))|
            see (another (day|morning|sunrise|year)|tomorrow)|go on living)
        (no|lost|losing|lose|any|zero|little|nothing|not|without) ~2 (reason|reasons|point|will|desire|
            motivation|purpose|meaning|wish|worth) {left} (to|of|in|for) {be|me to|stay|staying|continuing|
            my|keep|go on} (live|living|alive|life|exist|existing|existence)(?! (in|with|at|alone|
            together)\b)
        (nothing|no one|not much|not anything|anything) ~2 (to|worth) (live|living|stay alive|be alive) for
        what ~2 (point|reason|purpose|meaning|use) (of|in|to|for) ~2 (living|being alive|life|live|existing|
            existence|being here)
        (life|living|existence|staying alive|being alive|it) is not ~1 worth (it|living|the|fighting|
            all)(?= .{0,40}(life|living|alive|live|suffering))
        (life|living|existence|being alive) is not ~1 worth
        not worth (living|being alive|it to live|staying alive|the (pain|suffering) of)
        why ~1 (am|do|should|would|must) i ~2 (alive|exist|existing|here on this|be alive|(live|
            living)(?= [.,]| $| (any ?more|like this|if)))
        (worth|reason for|reason to|reasons to) (staying alive|stay alive|being alive|keep living|live for)
        (not|no|do not|can not) ~5 why i ~1 (alive|live|exist|living)(?! (in|with|so|here|there|on|far)\b)
        (keeping|keeps|kept|keep|holding|stopping|stops|stop) me (alive|from (<killing>|<jumping>|dying))
        reason ~2 i (am|have not|did not) ~1 (alive|dead|killed)
    """,
    ),
    # Weary of living: "tired of being alive", "i hate living", "done with life".
    rule(
        WISH,
        PAUSE,
        r"""
        (tired|sick|exhausted|weary|fed up|had enough|done|over|bored|through) {and tired|
            and done} (of|with|from|by) (being alive|living|existing|existence|this life|life)(?! (in|with|
            at|under|on|there|like a|my|paycheck|off|alone|together|coach|insurance|skills|lessons|
            is good)\b)
        i (hate|hating|hated|despise|dread|regret|can not stand|can not handle|can not take|
            can not bear) (being alive|living|existing|existence|to live|to be alive|being born)(?! (in|
            with|at|under|on|there|off|alone|together|so far|here|next|near|above|below|like|by|from)\b)
        (give|giving|given|gave|giving) up (on )?(life|living)
        (can|could) not (go on living|keep living|continue living|stay alive)
        (wish|wished|want) ~4 (life|my life) (would|was|were|to) {be|just} (end|over|stop|ended)
        (cursed|forced|condemned|obligated) (with|to|into) (live|living|life|exist|be alive|stay alive|
            keep living)(?! (in|with|on|off|at|near|next|alone|together|by|of|from|there|here)\b)
        turn (life|myself|me|my life) off
        life (is|has) (over|ended) for me
    """,
    ),
    # Not minding, not belonging: "would not mind dying", "not meant for this world".
    rule(
        WISH,
        PAUSE,
        r"""
        (not|never) mind (dying|being dead|not waking|death|getting (hit|killed|run)|not existing)
        (okay|ok|fine|content|happy|cool|comfortable|at peace) with (dying|death|being dead|not waking up|
            not existing)
        should (not|never) ~1 (been born|be alive|exist|be born|have been born|have existed|have lived|
            meant to (live|be alive|exist|be born)|supposed to (live|be alive|exist|be born))(?! in (a|the) )
        (not|never) (asked?|choose|chose|consent) to (be born|live|exist|be alive)
        (<not>) (belong|fit|made|meant|built|cut out) (in|for|into) (this world|life|living|this life|
            this earth|the world|existence)(?! (in|with|at|of|on))
        life is not for (me|everyone)
        (not|no longer) want (this|my|a|any) (life|existence)(?= [.,]| $| (any ?more|i|and|because|to))
        (still|unfortunately|disappointed|sad|upset|hate|hated|angry|mad|sorry) ~3 (i|that i|i am|
            to) (woke up|wake up|am alive|alive|exist|survive\w*|be alive|did not die)(?! (early|late|at|
            so early|in time|you|him|her|everyone|my))
        (hate|dread) (waking up|that i wake|that i woke)(?! (early|at|so early|in the morning|late|to|
            before))
        (can not|can hardly) wait to (die|be dead|not exist)
        (wish|hope|hoping|pray|praying|want|wishing|like) ~4 (get|got|had|have|give me|catch|
            caught) (cancer|a terminal\w*|terminal\w*|a heart attack|a brain tumou?r|corona\w*|covid|
            hit by ~2 (bus|car|truck|train))
        (will|would) not (be alive|live) (much longer|next (year|month|week)|long|to see|past|another|
            for long|until|by)
    """,
        backing=1,
    ),
    # Worn down to the end of one's strength: taken as such only where several signs stand together.
    rule(
        WISH,
        SOFT,
        r"""
        (can|could) not ~1 (go on|keep going|continue|carry on|keep fighting|keep doing this|
            do this any ?more|take (it|this) any ?more|live)
        (want|wanted|need|just) ~2 (it|this|everything|all of it|the pain|my pain|the suffering|
            my life) ~2 (stop|end|over|done|to go away)
        (want|wanted|wish|like|love) (to|i could|i would) ~1 (disappear|vanish|be gone|fade away|fade|
            go away|be nothing|be no one)
        (<not>) ~1 (<wanting>) to be here<stop>
        i (want|need) out<stop>
        (why|not) ~1 (bother|keep going|go on|continue|keep trying|even try)
        what is the (point|use)<stop>
        (no|not) ~2 (future|hope|way out|point|purpose)
        (give|giving|given|gave) up(?= [.,]| $| (on (everything|myself|it all|all)|i|and|because|
            completely))
        (so|am|i|and) done(?= [.,]| $| (with (everything|it all|this|people|the world|trying)|i|and))
        (tired|sick|exhausted) of (fighting|trying|this|everything|it all|being (me|here|in pain|sad|
            a burden))
        (ready|want|time) (to|for me to) (go|leave|rest)<stop>
        life ~3 (pointless|meaningless|worthless|unbearable|not worth|hell|torture|ruined)
        (do not|not) (deserve|want) {to} (live|life|to be loved)
    """,
        backing=3,
    ),
    # Others better off, not missed: "better off dead", "they would be better without me".
    rule(
        WISH,
        PAUSE,
        r"""
        better off (dead|if (<gone>)|not (being )?(alive|born|exist\w*))
        (better|happier|easier|relieved|fine|best) {place|off|for everyone|for all} (if|when|without|
            once) (<gone>)
        (world|everyone|family|friends|people|they|him|her|everybody|kids|parents|all|life) ~4 (better|
            happier|easier) {off} {and much happier|and happier} without me(?! (in|at|on|there|for|as|this|that|
            today|tonight|tomorrow|and my|to)\b)
        (<nobody>) ~4 (miss|notice|care|cry|mourn|remember|sad|find|look|come|relieved|happy|
            happier) ~3 (if|when|me when|me if|that) i (died|die|was dead|were dead|am dead|kill|killed)
        (if|when|after|once) (<gone>) {tonight|tomorrow|today|now} {will|would|do} {that} (<nobody>|it|
            things|my \w+|will|would) ~3 (will|would|care|notice|miss|better|anything|matter|cry|sad)
        (my|your) death would
        (help|helping) me die
        (bullet|noose|grave|coffin|bridge|rope|gun) ~1 (sounds|looks|seems|is) ~1 (inviting|tempting)
        (bullet|noose|grave|coffin) ~1 (sounds|looks|seems|is) ~1 (good|better|nice|right|like|best)
        (for|want|wanting|wish) my life to (end|be over|stop)
        (wish|hope|hoping|pray|praying) (i|it|this|that|something|someone|god) ~6 (and i die|and die|
            kills me|takes me(?= [.,]| $| (in my|away|soon|tonight|already)))
    """,
    ),
    # Death as the good thing: "death sounds peaceful", "dying is the only escape".
    rule(
        WISH,
        PAUSE,
        r"""
        (death|dying|being dead|suicide|non existence|nonexistence|to die|killing myself|ending my life|
            not existing|not being alive) ~1 (sounds|seems|looks|feels|would|is|as|will|may|might|can) {be|not be|
            like|to be|as} {so|the|a|an|my|more|far|for me|that|much|such} {only|best|better} (right|peaceful|nice|
            good|better|best|only|answer|relief|easier|easy|escape|option|appealing|comfort\w*|beautiful|solution|
            way|freedom|inviting|tempting|friend|worse|welcome|preferable|sweet|great|calm\w*|choice|wonderful|
            perfect|mercy|bliss)
        (only|best|easiest|last|final) ~1 (way out|escape|option|solution|answer|choice|hope|relief|thing|
            way) ~4 (die|death|dying|suicide|<killing>|<kill>)
        (crave|craving|embrace|welcome|desire|long for|longing for|looking forward to|look forward to|
            waiting for|await|awaiting|begging for|beg for|pray for|praying for|wish for|wishing for|want|
            need|ready for|yearn for|chasing|envy|jealous of|invite|preparing for|prepare for|
            prepared for) {my|own|the|to|that|sweet|for|eternal|a} (death|dying|the dead|dead people|
            eternal (rest|sleep|peace))(?! (penalty|note|row|metal|by))
        (<not>) (afraid|scared|fear|frightened) {of|to} (die|dying|death) (<ever_more>)
        (die|died|dying|killed) in my sleep
        (sleep|asleep) (forever|for ever|and never wake)
        (sleep|asleep|bed|rest|eyes) ~3 (<no_wake>) {back} up
        preparing (for|to) (death|die)
        (right to die|euthanasia|assisted suicide|assisted dying)
    """,
        backing=1,
    ),
    # == Suicidal thoughts ==================================================================================
    # Named outright: nobody says this of a slow website.
    rule(
        THOUGHT,
        PAUSE,
        r"""
        (commit|committing|die by|dying by|do|doing) {a|the|my} suicide(?! (squad|sprints?|runs?|drills?))
        (end|ending) my (?!<part>)~1 (life|existence)(?! <no_end> )
        (take|taking) my {whole|entire|miserable|sad|pathetic|worthless} life(?! <no_end> )
    """,
    ),
    # Wanting, meaning or needing to end one's life; the same words are also an exasperated joke.
    rule(
        THOUGHT,
        None,
        r"""
        (<kill>)
        (<killing>)
    """,
    ),
    # Asking for a reason, for an end, for someone to step in.
    rule(
        THOUGHT,
        PAUSE,
        r"""
        when (can|will|do|may) i {get to} die
        (give|tell|convince|need|find|any|one|good|think of|have|looking for) ~2 (reasons?|why) ~1 (to (live|
            stay alive)|not to (die|<kill>)|i should (not (die|<kill>)|live|stay alive))(?! (in|at|with|by|so|
            on|here|there)\b)
        (talk|talked|talking) me out of (<killing>|suicide|dying)
        (stop|save|stopped|stopping) me from (myself|jumping off|<killing>)
        danger to myself
        peace with (not waking|dying|death)
        pretending to be alive
        (break|rest|escape) from (existing|existence|living|being alive)
        (plan|planning|planned|picturing|arranging|want|crave) ~1 my ~1 death
        (stop eating|starve|bleed) ~4 (until|till) i (die|am dead)
        (death|grim reaper) ~1 (come|take|calls|calling|comes) ~1 (me|for me|take|already|please|soon|now)
        i ~1 (called|rang|texted|contacted|phoned) ~1 (suicide|crisis) (hotline|hotlines|lifeline|helpline|
            line|prevention line)
    """,
        backing=0,
    ),
    # Said as being suicidal.
    rule(
        THOUGHT,
        PAUSE,
        r"""
        (i|am|me|feel|feeling|felt|been|be|being|getting|become|became|get|was|makes me|and|having|have|had|
            chronically|passively|actively|so) ~2 suicidal(?! (person|people|friend|man|woman|girl|boy|
            patients?|tendencies from))
        suicidal (thoughts?|ideation|ideations|urges?|tendencies|feelings?|plans?|intent|again|now|mind|
            state|and|since|for|because|i|lately|every|all|girl|boy)
        i ~4 suicidal
    """,
    ),
    # The thought itself: "thinking about dying", "thoughts of ending it", "i contemplated suicide".
    rule(
        THOUGHT,
        PAUSE,
        r"""
        (<think>) ~3 (<of>) {how|ways|way|my|when} {i would|to|i could|of|own|i will} (<dying>|<killing>|suicide|
            <kill>|jumping (off|from|in front)|(?<! to )(<die>))(?! (rate|penalty|metal|note|row|prevention|
            of my|toll|alone|in general))
        (<aim>) ~3 (to|for) (<die>)
        (fantasi[sz]\w+|urges?|intrusive thoughts) ~2 (of|about|to) (jump|jumping)(?! (in|up|at|to|into|
            the (queue|line|gun))\b)
        (contemplat\w+|consider|considered|considering|attempted?|attempting|planning|planned|plan|chose|
            choosing|googled|googling|ready for|via|by|through|the thought of|to|my|own|for|want|need|about|
            into|successful|quick|painless|destined for) {about|of} suicide(?! (squad|prevention|
            hotline|hot|awareness|doors?|bombers?|rates?|loss|watch|mission|note by|to))
        (death|dying|suicide) (is|are) ~3 (on|in) my mind
        suicide (is|seems|sounds|looks|feels|would be|thoughts?|ideation|attempts?|methods?|plans?|notes?|
            letters?|pact|help|tips|now|tonight|the only|today|tomorrow|might|may be|
            not the answer)(?! (never the answer|prevention|a serious|preventable|awareness|wrong|a sin))
        (is|are) suicide (the|worth|painful|easy|option|okay|ok|really|better|my|still|bad|not|so)
        regret (waking up|living|surviving|being alive|not dying)
        (regret|sorry|wish|mad|angry|upset|disappointed|sad) ~4 (not dying|not killing myself|not ending|
            survived|surviving|i was alive|i am alive|not dead|i lived(?= [.,]| $| and)|
            woke up(?! (late|early|you|him|her|everyone|the|my|at|with|another|too)))
    """,
    ),
)
