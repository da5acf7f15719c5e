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
        {i} (<want>) {me|us|for me} to {have to|go and} (<die>)
        {i} (<want>) (dead|death)(?! (body|line|lift|weight|end|ringer))
        i (would|will|had) {much|gladly} (rather|sooner) {to} (<die>)
        {i} (wish|wished|wishing|hope|hoping|pray|praying|prayed|prefer) ~3 i {would|
            will|could|had|can|might|get|have|was|were|am|do|did|get to} {to|have|been|be} (<die>|died|dead|
            killed|hit by|never (born|been born|existed)|not born|not alive|aborted|not here)
        (feel|feels|feeling|felt) like (dying|i want to (<die>)|i should (<die>)|not existing)
        (all|thing|everything) i ~1 (want|wanted|need|can think of) {to do} (is|was) {to} (<die>|<kill>)
        hopefully i {will|would|can|might} (<die>)
        (wish|wishing|hope|hoping|pray|praying|begging|beg|wanted|want|need|please|just) ~5 (kill|take|
            kills|takes|end|ends|killed|murder) me(?= [.,]| $| (and|so|already|now|in my|tonight|because|i|
            away|please|off this|from this))
        (let|make) me (die|be dead)
        i (should|deserve) {to} (have died|be dead|not exist|not be alive|never have been born|die)
        (want|wish|wanted) (me|myself) (dead|gone forever)
        i want ~3 (my life|everything|it all|all of this) {all} to (end|be over|stop)
        i want out of (life|this life|this world)
        am going to (die|be dead) (soon|tonight|today|by|this)
    """,
    ),
    # No wish to live: "i do not want to be alive", "no will to live", "nothing to live for".
    rule(
        WISH,
        PAUSE,
        r"""
        (<not>) ~1 (<wanting>) to {keep|go on|continue|ever|be} (live|alive|living|exist|existing)(?! (in|
            with|at|near|off|under|there|my|a|the|up|alone|together|by|how|next|to see|for|as|through)\b)
        (<not>) ~1 (<wanting>) to live (any ?more|in this world|on this earth|this life|through|another|
            for ~2 (years|life)|in this|a life|the rest|my life like)
        (<not>) (feel like|worth|interested in|see ~4 in|care about|see myself) (living|being alive|
            existing|life)
        (<not>) ~1 (<wanting>) to {keep|continue} (be|being) (here|around) (<ever_more>)
        (<not>) ~1 (<wanting>) to {keep|continue} (be|being|live|living) ~1 (on|in|part of) this ~1 (world|
            earth|planet|life)
        (<not>) ~1 (<wanting>) to {ever} (wake up(?! (early|at|late|the|him|her|my|in time|before))|
            see (another|the next|tomorrow)|go on (living|any ?more))
        (no|lost|losing|lose|any|zero|little|nothing|not|without|have) ~2 (reason|reasons|point|will|desire|
            motivation|purpose|meaning|wish|worth) {left} (to|of|in|for) {be|me to|stay|staying|continuing|
            my|keep|go on} (live|living|alive|life|exist|existing|existence)(?! (in|with|at|alone|
            together)\b)
        (nothing|no one|not much|not anything|anything) ~2 (to|worth) (live|living|stay alive|be alive|
            stay) for
        what ~2 (point|reason|purpose|meaning|use) (of|in|to|for) ~2 (living|being alive|life|live|existing|
            existence|being here)
        (life|living|existence|staying alive|being alive|it) is not ~1 worth (it|living|the|fighting|
            all)(?= .{0,40}(life|living|alive|live|suffering))
        (life|living|existence|being alive) is not ~1 worth
        not worth (living|being alive|it to live|staying alive|the (pain|suffering) of)
        (why|what) ~1 (am|do|should|would|must) i ~2 (alive|live|living|exist|existing|here on this|
            be alive)(?! (in|with|at|alone|there)\b)
        (worth|reason for|reason to|reasons to) (staying alive|stay alive|being alive|keep living|live for)
        (not|no|do not|can not) ~5 why i ~1 (alive|live|exist|here any ?more|living)(?! (in|with)\b)
        (keeping|keeps|kept|keep|holding|stopping|stops|stop) me (alive|from (<killing>|dying|doing it|
            ending))
        reason ~2 i (am|have not|did not) ~1 (alive|dead|killed|here still|ended)
    """,
    ),
    # Weary of living: "tired of being alive", "i hate living", "done with life".
    rule(
        WISH,
        PAUSE,
        r"""
        (tired|sick|exhausted|weary|fed up|had enough|done|over|bored|through|scared|dread) {and tired|
            and done} (of|with|from|by) (being alive|living|existing|existence|this life|life)(?! (in|with|
            at|under|on|there|like a|my|paycheck|off|alone|together|coach|insurance|skills|lessons|
            is good)\b)
        i (hate|hating|hated|despise|dread|regret|can not stand|can not handle|can not take|
            can not bear) (being alive|living|existing|existence|to live|to be alive|being born)(?! (in|
            with|at|under|on|there|off|alone|together|so far|here)\b)
        (give|giving|given|gave|giving) up (on )?(life|living)
        (can|could) not {keep|go on|continue|bear|stand|even} (live|living|being alive|
            existing) (<ever_more>|like this|this way|with this|through this|in this|feeling|with the|and|i|
            this life)
        (can|could) not (go on living|keep living|continue living|stay alive)
        (wish|wished|want) ~4 (life|my life|it all) (would|was|were|to) {be|just} (end|over|stop|ended)
        (cursed|forced|condemned|obligated) (with|to|into) (live|living|life|exist|be alive|stay alive|
            keep living)
        my life (is|has|was) {been} (over|finished)
        turn (life|myself|me|my life) off
        life (is|has) (over|ended) for me
    """,
    ),
    # Not minding, not caring: "i do not care if i live", "would not mind dying", "not meant for this world".
    rule(
        WISH,
        PAUSE,
        r"""
        (not|never|who) ~2 (care|mind|matter|matters|bother\w*|upset|sad) ~1 (if|whether|when|that) i (live|
            die|died|am dead|was dead|am alive|get killed|got hit|got killed|never woke|do not wake|
            did not wake|will die|end up dead|lived|live or die|wake)
        (not|never) mind (dying|being dead|not waking|death|getting (hit|killed|run)|not existing)
        (okay|ok|fine|content|happy|cool|comfortable|at peace) with (dying|death|being dead|not waking up|
            not existing)
        should (not|never) ~1 (been born|be alive|exist|be born|have been born|have existed|have lived|
            meant to (live|be alive|exist|be here|be born)|supposed to (live|be alive|exist|be here|be born|
            make it))
        (not|never) (asked?|choose|chose|consent) to (be born|live|exist|be alive|be here)
        (<not>) (belong|fit|made|meant|built|cut out) (in|for|into) (this world|life|living|this life|
            this earth|the world|existence)
        life is not for (me|everyone)
        (not|no longer) want (this|my|a|any) (life|existence)(?= [.,]| $| (any ?more|i|and|because|to))
        (still|unfortunately|disappointed|sad|upset|hate|hated|angry|mad|sorry) ~3 (i|that i|i am|
            to) (woke up|wake up|am alive|alive|exist|survive\w*|be alive|did not die)(?! (early|late|at|
            so early|in time))
        (hate|dread) (waking up|that i wake|that i woke)(?! (early|at|so early|in the morning|late|to|
            before))
        (my|this) heart (to|would|will) ~1 (stop|give out|quit)
        (can not|can hardly) wait to (die|be dead|not exist)
        (end|shoot|erase|take|put) me (now|please|god|lord|away|out of my|down|already)(?= [.,]| $| (misery|
            i|and|please|from this))
        (will|would) not (be here|be alive|be around|make it|live) (much longer|next (year|month|week)|long|
            to see|past|another|for long|until|by)
        (not|never) ~2 (make|see|live|reach|survive) {it} (to|past|until) (my )?(\d+|next (year|month|week)|
            tomorrow|birthday|christmas|the end|graduation)
        (wish|hope|hoping|pray|praying|want|wishing|like) ~4 (get|got|had|have|give me|catch|
            caught) (cancer|a terminal\w*|terminal\w*|a heart attack|a brain tumou?r|corona\w*|covid|
            hit by ~2 (bus|car|truck|train))
        (by the time|if) you ~2 (read|reading|see|seeing) this ~4 (dead|gone)
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
        better off (dead|gone|without me|if (<gone>)|not (being )?(here|alive|born|exist\w*))
        (better|happier|easier|relieved|fine|best) {place|off|for everyone|for all} (if|when|without|
            once) (<gone>)
        (world|everyone|family|friends|people|they|him|her|everybody|kids|parents|all|life) ~4 (better|
            happier|easier) {off} {and much happier|and happier} without me
        (<nobody>) ~4 (miss|notice|care|cry|mourn|remember|sad|find|look|come|relieved|happy|
            happier) ~3 (if|when|me when|me if|that) (<gone>)
        (if|when|after|once) (<gone>) {tonight|tomorrow|today|now} {will|would|do} {that} (<nobody>|it|
            things|my \w+|will|would) ~3 (will|would|care|notice|miss|better|anything|matter|cry|sad)
        (my|your) death would
        (help|helping|let|letting) me (die|end it|kill)
        (bullet|noose|grave|coffin|bridge|rope|gun) ~1 (sounds|looks|seems|is) ~1 (good|better|nice|right|
            inviting|tempting|like|best)
        (for|want|wanting|wish) my life to (end|be over|stop)
        (wish|hope|hoping|pray|praying) (i|it|this|that|something|someone|god) ~6 (and i die|and die|
            kills me|takes me)
        (not|never) ~4 (make|live|survive) {it} past
    """,
    ),
    # Death as the good thing: "death sounds peaceful", "dying is the only escape".
    rule(
        WISH,
        PAUSE,
        r"""
        (death|dying|being dead|suicide|non existence|nonexistence|to die|killing myself|ending it|
            ending my life|not existing|not being alive) ~1 (sounds|seems|looks|feels|would|is|as|will|may|
            might|can) {be|not be|like|to be|as} {so|the|a|an|my|more|far|for me|that|much|such} {only|best|
            better} (right|peaceful|nice|good|better|best|only|answer|relief|easier|easy|escape|option|
            appealing|comfort\w*|beautiful|solution|way|freedom|inviting|tempting|friend|worse|welcome|
            preferable|sweet|great|calm\w*|choice|wonderful|perfect|mercy|bliss)
        (only|best|easiest|last|final) ~1 (way out|escape|option|solution|answer|choice|hope|relief|thing|
            way) ~4 (die|death|dying|suicide|kill|killing|end it|ending)
        (crave|craving|embrace|welcome|desire|long for|longing for|looking forward to|look forward to|
            waiting for|await|awaiting|begging for|beg for|pray for|praying for|wish for|wishing for|want|
            need|ready for|yearn for|chasing|envy|jealous of|invite|preparing for|prepare for|
            prepared for) {my|own|the|to|that|sweet|for|eternal|a} (death|dying|the dead|dead people|
            eternal (rest|sleep|peace))(?! (penalty|note|row|metal|by))
        (<not>) (afraid|scared|fear|frightened) {of|to} (die|dying|death) (<ever_more>)
        (die|died|dying|killed) in my sleep
        (sleep|asleep) (forever|for ever|and never wake)
        (sleep|asleep|bed|rest|eyes) ~3 (<no_wake>) {back} up
        (dead|die|dying|gone) (soon|by (tomorrow|tonight|morning))
        preparing (for|to) (death|die|end)
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
        (commit|committing|die by|dying by|do|doing) ~1 suicide(?! (squad|sprints?|runs?|drills?))
        (end|ending|take|taking) my ~1 (life|existence)(?! (seriously|story|as a (student|single)|back|into|
            in a new|to the))
    """,
    ),
    # Wanting, meaning or needing to end one's life; the same words are also an exasperated joke.
    rule(
        THOUGHT,
        None,
        r"""
        (<kill>) (<soon>)
        (<kill>)
        (<killing>)
    """,
    ),
    # "end it" and "do it" say it only in a text of despair.
    rule(
        THOUGHT,
        PAUSE,
        r"""
        (should|could|shall|can|might|do) i end (it|this|everything|things)<stop>
        (going|want|wanting|wanted|ready|need|about|plan|planning|decided|tempted|rather|should|might|will|
            would|ill|time|have|way|like|how|just|and|could|may) {to} {go|as well|just} end (it|this|
            everything|things|all)(?! (with|on|there|here by|well|nicely|early|conversation|call|
            relationship|date|meeting))
        ending (it|this|everything)( all)?<stop>
        (might|going to|will|gonna|want to|ready to|about to|decided to|plan to|should|ill|end up|trying to|
            tried to|courage to|guts to|strength to|balls to|brave enough to|enough to|time to|have to) (do|
            doing) it(?! (well|right|with|for (fun|work|charity)|again next|better))
        (go|going|went) through with (it|this)
        (will|am|going to) be gone (soon|tonight|tomorrow|by|forever|before)
        (attempt|try) again (tonight|tomorrow|soon|because|so|and)
        (gotta|going to|might|should|will|want to|need to|have to) {go} attempt (again|<soon>)
    """,
        backing=1,
    ),
    # Asking for a reason, for an end, for someone to step in.
    rule(
        THOUGHT,
        PAUSE,
        r"""
        (why|how come) ~3 i ~2 (die|dead|died|dying)(?! (of|from|in|at|a|on|hard|laughing|for|every|when|
            each|inside)\b)
        when (can|will|do|may) i {get to} die
        (why|when) (do|does|will|did|has|would) ~1 (god|death|life|it|someone|something|somebody|covid|
            they) ~2 (kill|take|end|let) me
        (can|could|may) i ~1 (die|be dead) (now|already|please|yet|today|soon)
        (if only|wish) i could (die|<die>|trade)
        (give|tell|convince|need|find|any|one|good|think of|have|looking for) ~2 (reasons?|why) ~1 (not to|
            to (live|stay|not)|i should (not|live|stay))(?! (go|call|ask|apply|buy|eat|watch|to|at|in|home|
            up)\b)
        (talk|talked|talking) me out of (it|this|doing|killing|suicide)
        (stop|save|stopped|stopping) me from (myself|doing|jumping|<killing>)
        danger to myself
        (trust|safe (from|with|around|by)) myself(?! (to|enough|with (a|the)))
        (dead|gone) by (now|tonight|tomorrow|then|\d+|the (time|end)|next)
        (will|would|might) ~1 not ~1 (be|live|last) ~1 (around|here|alive) (much longer|long)
        (will|would|am going to) (soon be|be soon) (gone|dead|over)
        (will|would) be gone soon
        not (have|need) to (worry|deal|bother|care|put up) ~2 me (<ever_more>)
        peace with (not waking|dying|death|the end|ending)
        nothing left for me(?! to)
        (stop|save) me this time
        (survive|take|handle|endure|bear) another (day|year|week|minute|night)
        pretending to be alive
        (break|rest|escape) from (existing|existence|living|being alive|life)
        (plan|planning|planned|picturing|arranging|want|crave) ~1 my ~1 (death|funeral)
        (stop eating|starve|bleed|drink|walk|drive|swim|run|wait) ~4 (until|till) i (die|am dead)
        it is my (final|last) (night|day|hour)
        (death|grim reaper) ~1 (come|take|calls|calling|comes) ~1 (me|for me|take|already|please|soon|now)
        (suicide|crisis) (hotline|hotlines|lifeline|helpline|line|prevention line)
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
            <kill>|<die>|jumping)(?! (rate|penalty|metal|note|row|prevention|of my|toll|alone|in general))
        (contemplat\w+|consider|considered|considering|attempted?|attempting|planning|planned|plan|chose|
            choosing|googled|googling|ready for|via|by|through|the thought of|to|my|own|for|want|need|about|
            into|successful|quick|painless|do|is|destined for) {about|of} suicide(?! (squad|prevention|
            hotline|hot|awareness|doors?|bombers?|rates?|loss|watch|mission|note by))
        (death|dying|suicide|the end) (is|are) ~3 (on|in) my mind
        suicide (is|seems|sounds|looks|feels|would be|thoughts?|ideation|attempts?|methods?|plans?|notes?|
            letters?|pact|help|tips|now|tonight|the only|today|tomorrow|might|may be|
            not the answer)(?! (never the answer|prevention|a serious|preventable|awareness|wrong|a sin))
        (is|are) suicide (the|an?|worth|painful|easy|option|okay|ok|really|better|my|still|bad|not|so)
        regret (waking up|living|surviving|being alive|not dying)
        (regret|sorry|wish|mad|angry|upset|disappointed|sad) ~4 (not dying|not killing myself|not ending|
            survived|surviving|i woke up|i was still alive|i lived|i am still alive|woke up|not dead)
    """,
    ),
)
