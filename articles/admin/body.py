"""The body in the form: what is typed in a plain text area, or in an editor where there is JavaScript.

The text area and what it holds are the form; the editor (static/admin-body.js) begins from the same text as HTML, and
once something was changed in it sends HTML and says so in `body_as`. At the door both become the same again.
"""

from typing import Any

from django import forms
from django.conf import settings
from django.forms.widgets import Script
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.html import HTML, TYPED, WORDS_A_MINUTE, Written, as_written, clean, from_text, plain


class BodyArea(forms.Textarea):
    """A text area for what is typed, with what the editor needs around it."""

    written = Written("", TYPED)

    class Media:
        js = (Script("admin-body.js", defer=True),)

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        html = body_of(self.written)
        words = len(plain(html).split())
        context = {
            "area": super().render(name, value, attrs, renderer),
            "html": html,
            "words": words,
            "minutes": max(1, round(words / WORDS_A_MINUTE)),
            "pace": WORDS_A_MINUTE,
            "media_url": settings.MEDIA_URL,
        }
        return SafeString(render_to_string("admin/widgets/body.html", context))


class BodyField(forms.CharField):
    """The body as typed. Line ends do not count as a change: browsers send their own."""

    def __init__(self, **options: Any) -> None:
        area = BodyArea(attrs={"rows": 26, "cols": 80})
        super().__init__(label=gettext_lazy("Text"), required=False, strip=False, widget=area, **options)

    def show(self, written: Written) -> None:
        """Let the page show this text."""
        area: Any = self.widget
        area.written = written
        self.help_text = _help(as_html=written.how == HTML)

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n").replace("\r", "\n")

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)


def body_of(written: Written) -> str:
    """The cleaned HTML of a text as a form has it."""
    return clean(written.text) if written.how == HTML else from_text(written.text)


def at_the_door(posted: QueryDict) -> QueryDict:
    """What a form has sent, with the body as the desk types it wherever that can say it."""
    if posted.get("body_as") != HTML or "body" not in posted:
        return posted
    data = posted.copy()
    data["body"], data["body_as"] = as_written(posted["body"])
    return data


def _help(*, as_html: bool) -> str:
    if as_html:
        return _("This text is arranged in a way that plain text cannot say, so it stands here as HTML.")
    return format_html(
        "{}<span class='typing'><code>## </code>{} <code>- </code>{} <code>&gt; </code>{} <code>**…**</code>{} "
        "<code>*…*</code>{} <code>[…](https://…)</code>{}</span>",
        _("A blank line begins a new paragraph."),
        _("subhead"),
        _("list"),
        _("quotation"),
        _("strong"),
        _("emphasis"),
        _("link"),
    )
