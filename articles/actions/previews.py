"""Showing what readers would get before they get it: to the desk, and by a link to people without an account."""

from datetime import datetime, timedelta
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from articles import policy
from articles.actions.moves import NotAllowed
from articles.actions.publication import freeze_next
from articles.models import Article, PreviewLink, PublishedArticle

DAYS = (1, 3, 7, 14)
"""How long a link may work."""
_SALT = "articles.preview"


def previewed(article: Article, *, now: datetime) -> PublishedArticle:
    """The publication that publishing at this moment would make, not saved."""
    return freeze_next(article, opens=now, now=now).row


def share(article: Article, *, by: Any, now: datetime, days: int) -> PreviewLink:
    """Make a link to the article as it stands; later saves do not show through it. Links long expired are deleted."""
    if not policy.may(by, "share", article):
        raise NotAllowed(_("You may not hand out this article."))
    if days not in DAYS:
        raise ValueError(f"not one of {DAYS} days: {days}")
    row = previewed(article, now=now)
    PreviewLink.objects.filter(article=article, expires_at__lt=now - timedelta(days=30)).delete()
    frozen = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if field.name != "id"}
    return PreviewLink.objects.create(
        article=article,
        revision=row.revision,
        frozen=frozen,
        created_at=now,
        created_by=by,
        expires_at=now + timedelta(days=days),
    )


def revoke(link: PreviewLink, *, by: Any, now: datetime) -> None:
    """Make a link useless at once. A spike or a kill does so with every link."""
    if not policy.may(by, "share", link.article):
        raise NotAllowed(_("You may not revoke this link."))
    PreviewLink.objects.filter(pk=link.pk, revoked_at__isnull=True).update(revoked_at=now, revoked_by=by)


def token_of(link: PreviewLink) -> str:
    """What the address carries: the link's key, signed, so that no other key can be tried."""
    return signing.Signer(salt=_SALT).sign(str(link.pk))


def link_of(token: str, *, now: datetime) -> PreviewLink | None:
    """The link that a token opens; None for a forged, expired or revoked one."""
    try:
        key = signing.Signer(salt=_SALT).unsign(token)
    except signing.BadSignature:
        return None
    return PreviewLink.objects.working(now).filter(pk=key).first()


def shown(link: PreviewLink) -> PublishedArticle:
    """The publication that a link shows, not saved."""
    columns = {field.attname: field for field in PublishedArticle._meta.concrete_fields}
    return PublishedArticle(
        **{name: columns[name].to_python(value) for name, value in link.frozen.items() if name in columns}
    )
