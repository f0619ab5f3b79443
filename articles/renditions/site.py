"""What every rendition says of the site itself."""

import re
from dataclasses import dataclass

from django.urls import reverse

from articles.models import PublishedArticle

_PATH = re.compile(r'<(?:a|img)\b[^>]*? (?:href|src)="(?=/[^/])')


@dataclass(frozen=True, slots=True)
class Site:
    name: str
    url: str  # without a slash at its end
    language: str
    logo: str = ""  # its whole address
    elsewhere: tuple[str, ...] = ()  # its pages on other sites

    def article(self, row: PublishedArticle) -> str:
        """The whole address of an article's page."""
        return self.url + row.get_absolute_url()

    def absolute(self, html: str) -> str:
        """Cleaned HTML with whole addresses in place of this site's paths, to be read elsewhere."""
        return _PATH.sub(lambda found: found[0] + self.url, html)

    def to(self, name: str, *args: object) -> str:
        """The whole address of a page by the name it has in `articles/urls.py`."""
        return self.url + reverse(name, args=args)
