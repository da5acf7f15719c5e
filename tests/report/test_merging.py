"""Merging keeps everything once, mine first, and never opens practice that was closed."""

from __future__ import annotations

import datetime as dt

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from coach.core.gate import standing
from coach.core.model import Route
from coach.core.records import TABLES, Attempt, Cause, Change, History, Rating, Screening, Settings, Stage
from coach.library import Library
from coach.report.merging import Merged, merge
from coach.store.memory import MemoryStore
from tests.report.history import NOW, attempts, check, day, hold, steps, whole

CONTENT = Library().screening


def joined(mine: History, theirs: History) -> History:
    merged = merge(mine, theirs)
    return mine.changed(merged.put, merged.drop)


def changed(history: History) -> Merged:
    return merge(history, history)


def test_an_export_restores_an_empty_coach_except_for_what_opens_practice() -> None:
    theirs = whole()
    restored = joined(History(), theirs)
    for name in set(TABLES) - {"screenings", "settings", "drafts"}:
        assert getattr(restored, name) == getattr(theirs, name)


def test_merging_the_same_history_changes_nothing() -> None:
    assert changed(whole()).put == ()
    assert changed(whole()).drop == ()
    assert not changed(whole()).counts.changes_something


def test_merging_twice_is_merging_once() -> None:
    mine, theirs = attempts(4).changed([check(2)]), whole(9)
    once = joined(mine, theirs)
    assert merge(once, theirs).put == ()


def test_the_counts_say_what_happens() -> None:
    counts = merge(attempts(4), attempts(9)).counts
    assert (counts.added, counts.replaced, counts.kept) == (5 + 5 + 1, 0, 4 + 4 + 1 + 7)


def test_the_longer_trail_of_changes_wins_and_mine_wins_a_tie() -> None:
    mine, theirs = attempts(3), attempts(3)
    change = Change(item="ask", old="a", new="b", at=NOW)
    other = msgspec.structs.replace(theirs.attempts[0], step_title="theirs", changes=(change,))
    tied = msgspec.structs.replace(theirs.attempts[1], step_title="theirs")
    result = joined(mine, theirs.changed([other, tied]))
    assert result.attempts[0] == other
    assert result.attempts[1] == mine.attempts[1]
    assert joined(mine.changed([other]), theirs).attempts[0] == other


def test_a_step_that_was_rated_more_often_wins() -> None:
    rated = msgspec.structs.replace(steps()[0], ratings=(*steps()[0].ratings, Rating(at=NOW, value=3)))
    assert joined(attempts(1), attempts(1).changed([rated])).steps[0].rating == 3


def test_an_attempt_that_was_finished_elsewhere_is_finished_here() -> None:
    theirs = attempts(1)
    mine = theirs.changed([msgspec.structs.replace(theirs.attempts[0], stage=Stage.OUT)])
    assert joined(mine, theirs).attempts[0].stage is Stage.DONE
    assert joined(theirs, mine).attempts[0].stage is Stage.DONE


def test_settings_are_never_overwritten_and_drafts_stay_where_they_are() -> None:
    mine = History(settings=(Settings(id="settings", at=NOW, country="AT"),))
    result = joined(mine, whole(2))
    assert result.settings == mine.settings
    assert result.drafts == ()


def test_settings_come_back_to_an_empty_coach_which_still_says_what_it_is() -> None:
    settings = joined(History(), whole(2)).settings[0]
    assert settings.trusted.name == "Sam"
    assert not settings.welcomed


def test_records_stand_oldest_first_after_merging() -> None:
    everything = attempts(10)
    odd = History(attempts=everything.attempts[1::2], reflections=everything.reflections[1::2])
    even = History(attempts=everything.attempts[::2], reflections=everything.reflections[::2])
    result = joined(odd, even)
    assert result.attempts == everything.attempts
    assert result.reflections == everything.reflections


def test_a_store_keeps_what_was_merged_in_the_same_order() -> None:
    everything = whole(10)
    odd = History(attempts=everything.attempts[1::2], screenings=everything.screenings[-1:])
    store = MemoryStore(odd)
    merged = merge(odd, everything)
    store.commit(merged.put, merged.drop, now=NOW)
    assert store.history.attempts == everything.attempts
    assert [each.at for each in store.history.screenings] == sorted(each.at for each in everything.screenings)


def test_a_check_from_a_file_never_opens_a_new_coach() -> None:
    theirs = History(screenings=(check(0), check(30)))
    merged = merge(History(), theirs)
    assert merged.counts.checks_left == 2
    assert not standing(joined(History(), theirs), day(31), CONTENT).is_open


def test_older_checks_come_in_after_a_new_one() -> None:
    theirs = History(screenings=(check(0), check(30)))
    result = joined(History(screenings=(check(40, name="new"),)), theirs)
    assert [each.id for each in result.screenings] == ["check0", "check30", "new"]
    assert standing(result, day(41), CONTENT).is_open


def test_a_later_check_from_a_file_that_closes_counts() -> None:
    mine = History(screenings=(check(0),))
    assert standing(mine, day(6), CONTENT).is_open
    result = joined(mine, History(screenings=(check(5, Route.SUPPORT_FIRST),)))
    assert standing(result, day(6), CONTENT).route is Route.SUPPORT_FIRST


def test_a_later_hold_from_a_file_counts() -> None:
    mine = History(screenings=(check(0),))
    result = joined(mine, History(holds=(hold(5, Route.HELP_NOW, Cause.WORDS),)))
    assert standing(result, day(6), CONTENT).route is Route.HELP_NOW


def test_a_lighter_closing_from_a_file_does_not_shorten_mine() -> None:
    mine = History(screenings=(check(0, Route.HELP_NOW),))
    theirs = History(screenings=(check(3, Route.NOT_YET),))
    assert standing(joined(mine, theirs), day(4), CONTENT).route is Route.HELP_NOW


def test_a_check_of_mine_is_not_rewritten_by_a_file() -> None:
    mine = History(screenings=(check(0, Route.HELP_NOW, name="same"),))
    change = Change(item="adult", old="no", new="yes", at=day(1))
    other = msgspec.structs.replace(check(0, Route.READY, name="same"), changes=(change,))
    assert joined(mine, History(screenings=(other,))).screenings == mine.screenings


_days = st.integers(-60, 60)
_routes = st.sampled_from(list(Route))
_closed = st.sampled_from([Route.HELP_NOW, Route.SUPPORT_FIRST, Route.NOT_YET])
_causes = st.sampled_from([Cause.WORDS, Cause.WORSENING])


@st.composite
def _histories(draw: st.DrawFn, prefix: str) -> History:
    """Checks and holds as a Coach would have saved them (oldest first), or as a hostile file might hold them."""
    names = st.sampled_from([*"abcde", *(f"{prefix}{number}" for number in range(6))])
    checks = draw(st.lists(st.builds(check, _days, _routes, name=names), max_size=5, unique_by=lambda each: each.id))
    holds = draw(st.lists(
        st.builds(hold, _days, _closed, _causes, name=names), max_size=4, unique_by=lambda each: each.id,
    ))
    if draw(st.booleans()):
        checks.sort(key=lambda each: each.at)
        holds.sort(key=lambda each: each.at)
    return History(screenings=tuple(checks), holds=tuple(holds))


@given(_histories("m"), _histories("t"), st.integers(-70, 120))
def test_merging_never_opens_practice_nor_makes_it_less_closed(mine: History, theirs: History, when: int) -> None:
    now = day(when, hour=1)
    was, becomes = standing(mine, now, CONTENT), standing(joined(mine, theirs), now, CONTENT)
    if was.is_open:
        return
    assert not becomes.is_open
    if not was.may_screen:
        assert becomes.route is not None
        assert was.route is not None
        assert becomes.route.weight >= was.route.weight
        assert was.until is not None
        assert becomes.until is not None
        assert becomes.until >= was.until
        assert not becomes.may_screen


@given(_histories("m"), _histories("t"))
def test_nothing_of_mine_is_lost_by_merging(mine: History, theirs: History) -> None:
    result = joined(mine, theirs)
    assert [each for each in result.screenings if each in mine.screenings] == list(mine.screenings)
    assert [each for each in result.holds if each in mine.holds] == list(mine.holds)
    assert merge(result, theirs).put == ()


@given(_histories("m"), _histories("t"))
def test_every_hold_and_every_older_check_of_theirs_comes_in(mine: History, theirs: History) -> None:
    result = joined(mine, theirs)
    assert {each.id for each in result.holds} == {each.id for each in (*mine.holds, *theirs.holds)}
    left = {each.id for each in theirs.screenings} - {each.id for each in result.screenings}
    if mine.screenings:
        latest = mine.screenings[-1].at
        assert all(each.at >= latest for each in theirs.screenings if each.id in left)
    assert len(left) == merge(mine, theirs).counts.checks_left


def test_the_open_attempt_of_a_file_does_not_hide_mine() -> None:
    mine = attempts(0).changed([Attempt(id="now", at=NOW, step="x", step_title="x", rating=1, before={})])
    theirs = attempts(0).changed([
        Attempt(id="old", at=NOW - dt.timedelta(days=9), step="x", step_title="x", rating=1, before={}),
    ])
    assert [each.id for each in joined(mine, theirs).attempts] == ["old", "now"]


def test_every_kind_of_record_is_merged() -> None:
    result = joined(History(), whole(2).changed([check(120, Route.SUPPORT_FIRST)]))
    assert {name for name in TABLES if getattr(result, name)} == set(TABLES) - {"drafts"}
    assert isinstance(result.screenings[-1], Screening)
