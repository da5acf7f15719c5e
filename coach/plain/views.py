"""Which function tells each view in plain mode. A view that is missing here is missing for those who need it most."""

from __future__ import annotations

from coach.engine import View
from coach.plain.first import check_answers, courtesy_stop, standing, thanks, welcome, words
from coach.plain.form import form
from coach.plain.guide import Show
from coach.plain.help import country, exercises, grounding, help_now, therapist
from coach.plain.insights import insights
from coach.plain.ladder import card, ladder, ladder_builder, steps
from coach.plain.pages import keys, settings, why
from coach.plain.practice import home, out, side_by_side, what_next
from coach.plain.preview import preview
from coach.plain.reading import detail, lessons, review

VIEWS: dict[View, Show] = {
    View.WELCOME: welcome,
    View.FORM: form,
    View.CHECK_ANSWERS: check_answers,
    View.STANDING: standing,
    View.HELP_NOW: help_now,
    View.COUNTRY: country,
    View.GROUNDING: grounding,
    View.THERAPIST: therapist,
    View.EXERCISES: exercises,
    View.LADDER_BUILDER: ladder_builder,
    View.LADDER: ladder,
    View.HOME: home,
    View.STEPS: steps,
    View.CARD: card,
    View.COURTESY_STOP: courtesy_stop,
    View.OUT: out,
    View.SIDE_BY_SIDE: side_by_side,
    View.WHAT_NEXT: what_next,
    View.THANKS: thanks,
    View.REVIEW: review,
    View.DETAIL: detail,
    View.INSIGHTS: insights,
    View.LESSONS: lessons,
    View.SETTINGS: settings,
    View.KEYS: keys,
    View.WHY: why,
    View.ABOUT: why,
    View.WORDS: words,
    View.PREVIEW: preview,
}
