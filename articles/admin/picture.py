"""Pictures on an article's page: choosing a file, what is said of it, and the point that every cut keeps."""

from typing import Any

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.actions.pictures import Kept, PictureRefused, aim, take_in
from articles.admin.inlines import RowInline
from articles.html import as_written, figure
from articles.images.reading import FORMATS
from articles.images.renditions import CENTRE
from articles.models import Picture

ACCEPT = ",".join(f"image/{name.lower()}" for name in FORMATS)
_SALT = "articles.picture"
_SAID = ("caption", "credit", "rights")


class PictureForm(forms.ModelForm):
    """`held` carries a file that was taken in when something else of the page was refused: nobody chooses it twice."""

    upload = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        help_text=gettext_lazy("JPEG, PNG, WebP, AVIF or GIF. What the file says of place and camera is removed."),
    )
    held = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Picture
        fields = ("caption", "alt", "credit", "rights", "focus_x", "focus_y", "position")
        widgets = {
            "caption": forms.Textarea(attrs={"rows": 3}),
            "rights": forms.Textarea(attrs={"rows": 2}),
            "alt": forms.Textarea(attrs={"rows": 2, "class": "one-line"}),
            "focus_x": forms.NumberInput(attrs={"min": 0, "max": 100}),
            "focus_y": forms.NumberInput(attrs={"min": 0, "max": 100}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept: Kept | None = None
        self.proposed: list[str] = []

    @property
    def shown(self) -> dict[str, Any] | None:
        """The picture to look at: one that was just taken in, else the row's."""
        kept = self.kept
        return (Picture(file=kept.key, width=kept.width, height=kept.height) if kept else self.instance).image()

    @property
    def for_text(self) -> str:
        """The picture as a part of the body: HTML for the editor; "" while it has no file."""
        if (image := self.shown) is None:
            return ""
        said = self.instance
        caption = " ".join(f"{said.caption} {f'({said.credit})' if said.credit else ''}".split())
        size = {"width": image["width"], "height": image["height"]}
        return figure(image["src"], alt=said.alt, caption=caption, **size)

    @property
    def typed_for_text(self) -> str:
        """The same as one types it."""
        return as_written(self.for_text).text

    @property
    def words(self) -> list[forms.BoundField]:
        return [self[name] for name in ("caption", "alt", "credit", "rights", "position")]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.kept = _held(data.get("held"))
        try:
            if upload := data.get("upload"):
                self.kept = take_in(upload, name=upload.name)
                self._propose(data, self.kept)
            self._aim(data)
        except PictureRefused as refusal:
            self.add_error("upload", str(refusal))
        return data

    def _propose(self, data: dict[str, Any], kept: Kept) -> None:
        """What the file says of itself goes where nobody has written anything."""
        for name in _SAID:
            said = getattr(kept, name)[: Picture._meta.get_field(name).max_length]
            if said and not data.get(name):
                data[name] = said
                self.proposed.append(str(self.fields[name].label))
        if not {"focus_x", "focus_y"} & set(self.changed_data):
            data["focus_x"], data["focus_y"] = CENTRE
        # A page that comes back for another reason shows what was taken in.
        shown = {name: data.get(name) for name in (*_SAID, "focus_x", "focus_y")}
        shown["held"] = signing.dumps([kept.key, kept.width, kept.height], salt=_SALT)
        again: Any = self.data.copy()
        for name, value in shown.items():
            again[self.add_prefix(name)] = value
        self.data = again

    def _aim(self, data: dict[str, Any]) -> None:
        key = self.kept.key if self.kept else self.instance.file
        focus = data.get("focus_x"), data.get("focus_y")
        if key and None not in focus and (self.kept or focus != self.instance.focus):
            aim(key, focus)

    def _post_clean(self) -> None:
        super()._post_clean()
        if self.kept is not None:
            self.instance.file, self.instance.width, self.instance.height = (
                self.kept.key,
                self.kept.width,
                self.kept.height,
            )


def _held(token: Any) -> Kept | None:
    try:
        return Kept(*signing.loads(token, salt=_SALT)) if token else None
    except signing.BadSignature:
        return None


class PictureInline(RowInline):
    model = Picture
    form = PictureForm
    template = "admin/edit_inline/pictures.html"
    verbose_name_plural = gettext_lazy("Pictures")
    fields = ("upload", "held", *PictureForm.Meta.fields)

    class Media:
        js = ("admin-picture.js",)


def proposals(formsets: Any) -> list[str]:
    """A sentence for each picture whose file filled in what nobody had written."""
    return [
        _("Taken from the file “%(name)s”, look it over: %(fields)s.")
        % {"name": form.cleaned_data["upload"].name, "fields": ", ".join(form.proposed)}
        for rows in formsets
        for form in rows.forms
        if getattr(form, "proposed", None)
    ]
