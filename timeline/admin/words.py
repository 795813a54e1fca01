"""A date in both styles, as a column of a list shows it."""

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from timeline.dates import HistoricalDate
from timeline.models import both_styles


def in_a_list(date: HistoricalDate) -> SafeString:
    """Both styles, a line each."""
    lines = both_styles(date).split(" = ")
    return format_html_join("", '<bdi class="style">{}</bdi>', ((s,) for s in lines))
