"""What people say every day and, beside death or despair, mean otherwise: farewells, notes, plans, medicine.

Somebody who practises asking says goodbye, leaves notes, writes letters, makes plans and picks days. Alone, these
frames mean nothing at all. They count where the same or the next sentence carries a cue of its own: see
`language_weight.signs`. Nothing that says by itself what it means belongs here.
"""

from __future__ import annotations

import coach.core.language_pieces  # noqa: F401  (defines the pieces the rules name)
from coach.core.language_acts import ATTEMPT, HARM, PLAN, UNSAFE
from coach.core.language_notation import Cue, Rule, Strength, rule
from coach.core.language_wishes import THOUGHT, WISH

PAUSE = Strength.PAUSE

RULES: tuple[Rule, ...] = (
    # Leaving, being away, being done.
    rule(
        WISH,
        PAUSE,
        r"""
        (<want>) ~2 (be gone|leave|go|go away|get away|be done with (it all|everything)|stop being here|not be here|
            no longer be here)(?= [.,]| $| (forever|already|from|and|for good|i|so|because|now))
        i want ~3 (everything|it all|all of this) {all} to (end|be over|stop)
        (wish|wished|want) ~4 it all (would|was|were|to) {be|just} (end|over|stop|ended)
        (nothing|no one|anything) ~2 (to|worth) stay for
        (keeping|keeps|kept|keep|holding|stopping|stops|stop) me from (doing it|ending)
        reason ~2 i (am|have not|did not) ~1 (here still|ended|gone)
        (my|this) heart (to|would|will) ~1 (stop|give out|quit)
        (end|shoot|erase|take|put) me (now|god|lord|please|away|out of my|down)(?= [.,]| $| (misery|i|and|please|
            from this))
        (hope|wish|pray|praying|hoping) ~5 (takes?|took) me(?= [.,]| $| (away|already))
        (will|would) not (be here|be around|make it) (much longer|next (year|month|week)|long|to see|past|another|
            for long|until|by)
        (not|never) ~2 (make|see|live|reach|survive) {it} (to|past|until) {my} (\d+|next (year|month|week)|
            tomorrow|birthday|christmas|the end|graduation)
        (not|never) ~4 (make|live|survive) {it} past
        (by the time|if) you ~2 (read|reading|see|seeing) this ~4 (dead|gone)
        (<nobody>) ~4 (miss|cry|sad|care) ~3 (when|after) i am gone
        (rope|bridge|gun|pills|knife) ~1 (is|are|looks?|sounds?) ~1 (good|better|nice|right|like|best)
        (end|ending) it (was|is|would be|sounds|seems) ~2 (best|right|only|better|easier|answer)
        (only|best|easiest|last|final) ~1 (way out|escape|option|solution|answer|choice|hope|relief|thing|
            way) ~4 (end it|ending)
        dead soon
        (i|be|am) ~3 (dead|die|dying|gone) (soon|by (tomorrow|tonight|morning))
        preparing (for|to) (the )?end
        (sleep|asleep) (forever|for ever|and never wake)
        i (did not|never) (ask|asked) to be here
        scared of (life|living)
    """,
        beside=Cue.DEATH,
    ),
    # "end it", "do it", "go through with it": a phone call, an ask.
    rule(
        THOUGHT,
        PAUSE,
        r"""
        (should|could|shall|can|might|do) i end (it|this|everything|things)<stop>
        (going|want|wanting|wanted|ready|need|about|plan|planning|decided|tempted|rather|should|might|will|
            would|ill|time|have|way|like|how|just|and|could|may|tried|trying) {to} {go|as well|just} end (it|this|
            everything|things|all)(?! (with|on|there|here by|well|nicely|early|conversation|call|
            relationship|date|meeting))
        ending (it|this|everything)( all)?<stop>
        (help|let) me (end it|kill)
        (might|going to|will|want to|ready to|about to|decided to|plan to|should|ill|end up|trying to|
            tried to|courage to|guts to|strength to|balls to|brave enough to|enough to|time to|have to) (do|
            doing) it(?! (well|right|with|for (fun|work|charity)|next|better))
        (go|going|went) through with (it|this)
        (will|am|going to) be gone (soon|tonight|tomorrow|by|forever|before)
        (attempt|try) (tonight|tomorrow|soon|because|so|and)
        (gotta|going to|might|should|will|want to|need to|have to) {go} attempt (<soon>)
        (<kill_off>)
    """,
        beside=Cue.DEATH,
    ),
    # Asking for a reason, for somebody to step in, being out of reach.
    rule(
        THOUGHT,
        PAUSE,
        r"""
        (can|could|may) i ~1 (die|be dead) (now|already|please|yet|today|soon)
        (give|tell|convince|need|find|any|one|good|think of|have|looking for) ~2 (reasons?|why) ~1 (not to|
            to stay|i should (not|stay))
        (talk|talked|talking) me out of (it|this|doing)
        (stop|save|stopped|stopping) me from (doing|jumping)
        (trust|safe (from|with|around|by)) myself(?! (to|enough|with (a|the)))
        (dead|gone) by (now|tonight|tomorrow|then|\d+|the (time|end)|next)
        (will|would|might) ~1 not ~1 (be|live|last) ~1 (around|here) (much longer|long)
        (will|would|am going to) (soon be|be soon) (gone|dead|over)
        (will|would) be gone soon
        not (have|need) to (worry|deal|bother|care|put up) ~2 me (<ever_more>)
        peace with (the end|ending)
        nothing left for me(?! to)
        (stop|save) me this time
        (survive|take|handle|endure|bear) another (day|year|week|minute|night)
        (break|rest|escape) from life
        (plan|planning|planned|picturing|arranging) ~1 my ~1 funeral
        (drink|walk|drive|swim|run|wait) ~4 (until|till) i (die|am dead)
        it is my (final|last) (night|day|hour)
        (suicide|crisis) (hotline|hotlines|lifeline|helpline|line|prevention line)
        the end (is|are) ~3 (on|in) my mind
    """,
        beside=Cue.DEATH,
    ),
    # Farewells, letters, the last of something.
    rule(
        PLAN,
        PAUSE,
        r"""
        (goodbye|farewell|final|last|death) (letters?|notes?|goodbyes?|words)
        (writing|wrote|written|write) ~2 (goodbye|farewell|final|last|my) (letters?|notes?)
        this (is|will be) ~1 (my|the) (last|final) (post|message|goodbye|words|note|letter|day|night|
            birthday|christmas|time|week|hours?)
        (goodbye|farewell|good bye|bye) (everyone|everybody|world|my friends|to everyone|guys)
        (say|saying|said) ~1 (goodbye|goodbyes|farewell|good bye)
        (goodbye|farewell)(?= [.,]| (i|and|to|my|all|$))
        (written|wrote|writing|write|leave|left|leaving) ~2 (will|note|notes|letter|letters)<stop>
        see you (all )?on the other side
        (nice|good) knowing (you|everyone|yall|all)
        (before i (go|leave|do it|end)|after i am (gone|dead)|when i am (gone|dead))<stop>
        (giving|gave|give) away (my|all)
    """,
        beside=Cue.DEATH,
    ),
    # A day, a place, a plan, everything ready, not being here tomorrow.
    rule(
        PLAN,
        PAUSE,
        r"""
        (<kill>|<killing>|end it) (tonight|today|tomorrow|this (week|weekend|evening)|next (week|month))
        (tonight|today|tomorrow) (is|will be) (the|my) (night|day|time|last|end|final)
        (tonight|today) is it
        (my|the) time (has come|is (up|now|here|near|coming)|to go)
        (will not|may not|might not|am not going to) {be} (here|alive|around|live|see|be here|make it|
            wake up) (tomorrow|tonight|the morning|in the morning|by (tomorrow|monday|the end)|next|after|
            to see|for my)
        (picked|chose|chosen|set|have|got|pick|choose|decided on|know) (a|the|my|when|how) ~1 (date|day|
            method|plan|spot|place)<stop>
        (have|got|made|making|had) (a|my|the) plan(?= [.,]| $| (to (die|end)|and|but|i|now|for))
        (everything|it all) ~1 (ready|planned|planned out|prepared|in place|set up)
        (do|doing|did) something (stupid|drastic|permanent)
        (death|the end) is (inevitable|coming|near|close|calling)
        (painless|quick|easy|peaceful|quickest|easiest|fastest) ~1 (exit|way to (go|die|end|leave)|
            ways to (go|die|end)|way out)
        (my|many|few|failed) ~1 attempts
    """,
        beside=Cue.DEATH,
    ),
    # Places and movements: roofs, bridges, trains.
    rule(
        PLAN,
        PAUSE,
        r"""
        (standing|sitting|stood|sat) ~2 (ledge|roof|bridge|balcony|tracks|edge of|top of|rooftop|cliff)
        (survive|survived|surviving) ~2 (jump|fall)
        (best|good|high|highest|nearest|right|tall) ~1 (place|spot|bridge|building|roof|enough) {to|i can|
            where i can} (jump|hang|do it|end|fall)
        (courage|guts|balls|strength|brave enough|close|nerve|want|going|ready|urge|tempted|edge|about|should|could|
            will|and) {to|of} (<leap>)
        (<think>) ~3 (of|about) (<leap>)
        (hanging|hang|shoot|jump|jumping|overdose|overdosing|drowning|hanged|carbon monoxide|drown) (or|is|
            to end|would|from (a|the|my)|in front|because|and|tonight)
        (will|would|could|can|might) (this|it|that|they|these) {be enough to} kill me(?= (if|i|or|with|quick\w*))
        (how|is|does|will|would|can|could|do|what|which|where|has) ~6 (hanging|jumping|lethal|fatal) ~2 (hurt|
            painful|painless|long|instant\w*|quick\w*|fast|enough|easier|peaceful\w*)
        (how|is|does|will|would|can|could|what|which|where|has) ~8 (hanging|train|drop|rope|exhaust|bleach|
            pills|mg|<drug>) ~5 (hurt|painful|painless|quick|instant\w*|kill|dead|die)
        how (long|high|far|deep|many|much|fast|tall) ~8 (kill|fall|bleed|pass out|dead|jump)
        (how many|how much|enough) ~8 (kill me|to die|kill someone|kill you|to kill)
        (lethal|fatal|deadly) (combo|combination)
        (starve|starving) ~1 to death
        (pull|pulled|pulling) the trigger
    """,
        beside=Cue.DEATH,
    ),
    # Medicine and things in reach.
    rule(
        PLAN,
        PAUSE,
        r"""
        (have|got|bought|had|holding|grab|find|buy|get|own|ordered|hold|buying|made|tied|take|want|need|
            using|use) {a|my|the|some|this|enough|these|all|his|access to} ~1 (<weapon>|<drug>|bullet)
        (noose|gun|rope|belt|knife|blade|pistol|bag|barrel|cord) ~3 (around|in|to|at|on|against|over|
            is ready|ready) ~1 (my|ready)
        (down|downing|swallow|swallowing|take|taking|took|taken|popping|swallowed|downed) ~5 (<drug>|bleach|
            poison)
        (took|taken|take|taking|swallowed) ~1 \d\d+ ~3 (mg|grams)
        \d+ ?(mg|grams|g|milligrams) of \w+
        (collecting|collected|counting|counted) ~3 (<drug>)
        how (many|much) ~3 (pills|tablets|<drug>) ~4 (take|need|enough|would|do)
        what happens (if|when|after) ~2 (swallow|take|drink|jump|die|hang|mix) ~4 (<drug>|bleach|all|off)
        where ~5 (get|buy|find|obtain) ~3 (<weapon>|poison|cyanide)
        (car exhaust|in the garage|tie a|tied a|make a) ~2 (knot|rope|running|closed)
        (carbon monoxide|sn) ~6 (painful|kill|take|enough|buy|bought|how|quick|long|use|using|die)
        (courage|guts|balls|strength|brave enough|close|nerve|want|going|ready|urge|tempted|edge|
            about) (to|of) ~1 (pull the trigger|hang(?! (out|with|around|up|on))|swallow\w*|down|downing)
    """,
        beside=Cue.DEATH,
    ),
    # Tried, and tried again.
    rule(
        ATTEMPT,
        PAUSE,
        r"""
        i {have} attempted(?= [.,]| $| (again|last|yesterday|today|twice|once|before|it|a few|three|
            and|but|my|when|on|many|so many))
        attempts? (at|on) ending
        (tried|trying) to (hang|jump|end it)
        (wish|should have|if only|had) ~2 (succeeded|worked) (when|the first time|the last time|that night|
            last time)
        (took|taken|swallowed|ingested|drank|drunk) ~3 (pack|box|lot|all|\d+\w*|half|everything) ~3 (<drug>|
            bleach)
        took (\d+|all (of )?(my|the)|a lot) ~2 (<drug>)
    """,
        beside=Cue.DEATH,
    ),
    # Cutting and burning that is also bread and toast; punishing oneself.
    rule(
        HARM,
        PAUSE,
        r"""
        (want|wanted|need|urge|going|feel like|tempted|started|start|keep|about|thinking) (to|of|about) ~1 (slice|
            cut(?= [.,]| $| (so|and|i|because|deep|more|every|tonight|now)))
        (started|start|stopped|stop|into|back to|quit|without|been|keep|kept|about|i) (cutting|burning|
            harming)(?= [.,]| $| (so|and|i|because|deep|more|tonight|now|since|for|as|at|every|this|last|all|
            on|when|after|but|to))
        (starving|punish|punishing) (<myself>)
        (blade|razor|razors) ~4 (arm|skin)
    """,
        beside=Cue.DEATH,
    ),
    # Words of danger that are also a scolding, a joke or a stranger's bad day.
    rule(
        UNSAFE,
        PAUSE,
        r"""
        (he|she) ~1 (is|was|gets|got|becomes|became|turned) {physically|sexually|being} (abusive|violent)
        (he|she|they) (would|will) (kill|hurt|beat|stab|shoot|find) me
        (pushed|threw|put|took|had) me (against|into|down)
        (scared|afraid|terrified|in fear) for my life
        (am being|keep being|get|getting) (beaten|hit)(?= [.,]| $| (at home|by my|every|again|up))
        broken bones
    """,
        beside=Cue.DANGER,
    ),
)
