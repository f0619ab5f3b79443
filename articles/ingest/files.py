"""By which file name which report is known: files that were renamed, that lie there twice, and that are gone."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db.models import Q
from django.utils.translation import gettext as _
from rapidfuzz import fuzz

from articles.ingest.reading import RawReport, Refused
from articles.models import Article, Intake, ReportFile
from articles.text.gist import gist

BATCH = 500
UNLIKE = 30
"""Percent of words in common below which two texts are no two versions of one report. Two reports of one event by two
outlets have seldom more than 40, a report and its update seldom less."""


def known(report: RawReport, taken: Mapping[str, str] | None = None) -> Intake | None:
    """The intake of this very report that its article stands by, under this or another file name.

    taken: what a dry run would have taken in so far, file name -> fingerprint.
    """
    taken = taken or {}
    file = _file(report.name)
    if file is not None and report.name not in taken:
        same = file.sha256 == report.sha256 and file.intake.details == report.details.as_dict()
        return file.intake if same else None
    if report.sha256 in taken.values():
        return Intake(file_name=next(name for name, sha256 in taken.items() if sha256 == report.sha256))
    intakes = Intake.objects.light().order_by("-pk")
    twin = intakes.filter(gist=gist(report.text)).first()
    if twin is None or twin.file_name in taken:
        return None
    return None if intakes.filter(article=twin.article_id, pk__gt=twin.pk).exists() else twin


def _file(name: str) -> ReportFile | None:
    files = ReportFile.objects.select_related("intake")
    heavy = ("intake__raw", "intake__reading", "intake__original", "intake__content")
    return files.defer(*heavy).filter(name=name).first()


def article_of(path: Path, report: RawReport) -> Article | None:
    """The article that this file's earlier content became, locked; None where the file is a report of its own.

    A copy of another report that goes its own way is one, as long as the other file still lies beside it. Raises
    Refused when the name belongs to another report, in a folder where that one still lies.
    """
    file = _file(report.name)
    if file is None:
        return None
    before = file.intake
    if before.file_name != report.name and _lies(home(path, report) / before.file_name):
        original = ReportFile.objects.filter(name=before.file_name, intake__article=before.article_id)
        if original.exists():
            return None
    article = Article.objects.select_for_update().filter(intakes=before.pk).first()
    elsewhere = file.folder and file.folder != _folder(home(path, report)) and _lies(Path(file.folder) / report.name)
    if elsewhere and article is not None and _unlike(before.text, report.text):
        raise Refused(
            _("another report of that name was loaded from %(folder)s and is still there: rename one of them.")
            % {"folder": file.folder}
        )
    return article


def _lies(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _unlike(one: str, other: str) -> bool:
    return fuzz.ratio(one.split(), other.split()) < UNLIKE


def home(path: Path, report: RawReport) -> Path:
    """The folder that the name of a report counts from: that of its file, or one further up."""
    parents = path.parents
    return parents[min(report.name.count("/"), len(parents) - 1)]


def _folder(path: Path) -> str:
    try:
        return str(path.resolve()).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except (OSError, RuntimeError):
        return ""


def free_name(name: str) -> str:
    """What a new article is called after its report: the name of the file, with a number where one has that name."""
    number, found = 1, name
    while Article.objects.filter(report_name=found).exists():
        number += 1
        found = f"{name[:240]} ({number})"
    return found


def remember(path: Path, report: RawReport, intake: Intake) -> None:
    """Know the file by its name from now on, as this report.

    Where the report had another name, and no file of that name lies beside this one any more, the file was renamed: it
    is one file still.
    """
    values = {"sha256": report.sha256, "intake": intake, "folder": _folder(home(path, report)), "gone_at": None}
    if intake.file_name != report.name and not ReportFile.objects.filter(name=report.name).exists():
        for old in ReportFile.objects.filter(intake=intake).exclude(name=report.name):
            if not _lies(home(path, report) / old.name) and not (old.folder and _lies(Path(old.folder) / old.name)):
                ReportFile.objects.filter(pk=old.pk).update(name=report.name, **values)
                if free_name(report.name) == report.name:
                    Article.objects.filter(intakes=intake.pk, report_name=old.name).update(report_name=report.name)
                return
    ReportFile.objects.update_or_create(name=report.name, defaults=values)


@dataclass(frozen=True, slots=True)
class Gone:
    """A report whose file is no longer in the folder that it was loaded from. `article` is a number, or None."""

    name: str
    article: int | None


def missed(folder: Path, present: Collection[str], *, now: datetime) -> Iterator[Gone]:
    """Note what a folder that is loaded as a whole holds now; the reports that it held when it was loaded before and
    that are gone since, each told once. Nothing becomes of their articles: that is for the desk."""
    here = _folder(folder)
    rows = {row.name: row for row in ReportFile.objects.filter(folder=here, listed=True)}
    new = sorted(set(present) - rows.keys())
    for at in range(0, len(new), BATCH):
        ReportFile.objects.filter(name__in=new[at : at + BATCH]).update(folder=here, listed=True, gone_at=None)
    back = [row.pk for row in rows.values() if row.gone_at is not None and row.name in present]
    gone = [row for row in rows.values() if row.gone_at is None and row.name not in present]
    for at in range(0, max(len(back), len(gone)), BATCH):
        ReportFile.objects.filter(pk__in=back[at : at + BATCH]).update(gone_at=None)
        ReportFile.objects.filter(pk__in=[row.pk for row in gone[at : at + BATCH]]).update(gone_at=now)
    articles = dict(ReportFile.objects.filter(pk__in=[row.pk for row in gone]).values_list("pk", "intake__article"))
    for row in sorted(gone, key=lambda row: row.name):
        others = ReportFile.objects.filter(~Q(pk=row.pk), intake__article=articles[row.pk], gone_at=None)
        if not others.exists():
            yield Gone(row.name, articles[row.pk])
