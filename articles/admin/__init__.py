"""The desk's pages. Importing the package registers them all."""

from articles.admin import account, article, curated, intake, lead, person, published, section, source, tag

__all__ = ["account", "article", "curated", "intake", "lead", "person", "published", "section", "source", "tag"]
