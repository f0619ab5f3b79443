"""The readers' address book: the whole public site on one page, with a sample above each address."""

from django.urls import URLPattern, path, register_converter

from articles.images import files
from articles.views import (
    about,
    api,
    article,
    corrections,
    feeds,
    home,
    latest,
    machines,
    media,
    person,
    quotation,
    search,
    section,
    sitemaps,
    source,
    story,
    style,
    tag,
)
from articles.views.subjects import PERSON, SECTION, SOURCE, TAG


class Year:
    regex = "[0-9]{4}"

    def to_python(self, text: str) -> int:
        return int(text)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class TwoDigits(Year):
    regex = "(?!00)[0-9]{2}"

    def to_url(self, value: int) -> str:
        return f"{value:02d}"


class Word:
    """An address word of a tag, a person, a source or a section; editors may write letters of any alphabet into it."""

    regex = r"[-\w]+"

    def to_python(self, text: str) -> str:
        return text

    def to_url(self, value: str) -> str:
        return value


class Form(Word):
    """The form of a feed."""

    regex = r"rss\.xml|atom\.xml|feed\.json"


class PictureKey(Word):
    regex = files.KEY


class PictureName(Word):
    regex = files.NAME


class Sheet(Word):
    """One of the readers' stylesheets."""

    regex = "site|lists"


class Digest(Word):
    regex = "[0-9a-f]{1,40}"


register_converter(Digest, "digest")
register_converter(Form, "form")
register_converter(PictureKey, "picture_key")
register_converter(PictureName, "picture_name")
register_converter(Year, "year")
register_converter(Sheet, "sheet")
register_converter(TwoDigits, "two")
register_converter(Word, "word")

urlpatterns: list[URLPattern] = [
    # /
    path("", home.home, name="home"),
    # /latest/?tag=bridges&source=baltic-wire-service
    path("latest/", latest.latest, name="latest"),
    # /latest/2024/  /latest/2024/03/  /latest/2024/03/05/
    path("latest/<year:year>/", latest.latest, name="latest_year"),
    path("latest/<year:year>/<two:month>/", latest.latest, name="latest_month"),
    path("latest/<year:year>/<two:month>/<two:day>/", latest.latest, name="latest_day"),
    # /articles/17/bridge-reopens/  /articles/17/
    path("articles/<int:number>/", article.article, name="article_by_number"),
    path("articles/<int:number>/<str:slug>/", article.article, name="article"),
    # /sections/  /sections/world/
    path("sections/", section.sections, name="sections"),
    path("sections/<word:slug>/", section.section, name="section"),
    # /tags/  /tags/bridges/
    path("tags/", tag.tags, name="tags"),
    path("tags/<word:slug>/", tag.tag, name="tag"),
    # /people/  /people/ana-horvat/
    path("people/", person.people, name="people"),
    path("people/<word:slug>/", person.person, name="person"),
    # /sources/  /sources/baltic-wire-service/
    path("sources/", source.sources, name="sources"),
    path("sources/<word:slug>/", source.source, name="source"),
    # /stories/  /stories/4/bridge-reopens/  /stories/4/
    path("stories/", story.stories, name="stories"),
    path("stories/<int:number>/", story.story, name="story_by_number"),
    path("stories/<int:number>/<str:slug>/", story.story, name="story"),
    # /quotations/12/
    path("quotations/<int:number>/", quotation.quotation, name="quotation"),
    # /corrections/  /corrections/17-1709640000/  /about/
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/<int:number>-<int:moment>/", corrections.correction, name="correction"),
    path("about/", about.about, name="about"),
    # /search/?q=ferry+tunnel&since=2024-03-01&tag=bridges
    path("search/", search.search_page, name="search"),
    # /feeds/  /feeds/rss.xml  /feeds/atom.xml  /feeds/feed.json
    path("feeds/", feeds.feeds, name="feeds"),
    path("feeds/<form:form>", feeds.everything, name="feed"),
    # /feeds/tags/bridges/rss.xml
    path("feeds/tags/<word:slug>/<form:form>", feeds.about, {"subject": TAG}, name="feed_tag"),
    path("feeds/people/<word:slug>/<form:form>", feeds.about, {"subject": PERSON}, name="feed_person"),
    path("feeds/sources/<word:slug>/<form:form>", feeds.about, {"subject": SOURCE}, name="feed_source"),
    path("feeds/sections/<word:slug>/<form:form>", feeds.about, {"subject": SECTION}, name="feed_section"),
    # /feeds/corrections/rss.xml  /feeds/search/rss.xml?q=ferry
    path("feeds/corrections/<form:form>", feeds.corrections, name="feed_corrections"),
    path("feeds/search/<form:form>", feeds.found, name="feed_search"),
    # /api/v1/  /api/v1/openapi.json
    # /api/v1/articles/?tag=bridges&limit=5  /api/v1/articles/17/  /api/v1/articles/17.ninjs
    path("api/v1/", api.index, name="api"),
    path("api/v1/openapi.json", api.openapi, name="openapi"),
    path("api/v1/articles/", api.articles, name="api_articles"),
    path("api/v1/articles/<int:number>/", api.article, name="api_article"),
    path("api/v1/articles/<int:number>.ninjs", article.ninjs, name="ninjs"),
    # /api/v1/tags/  /api/v1/tags/bridges/
    path("api/v1/tags/", api.subjects, {"subject": TAG}, name="api_tags"),
    path("api/v1/tags/<word:slug>/", api.one_subject, {"subject": TAG}, name="api_tag"),
    path("api/v1/people/", api.subjects, {"subject": PERSON}, name="api_people"),
    path("api/v1/people/<word:slug>/", api.one_subject, {"subject": PERSON}, name="api_person"),
    path("api/v1/sources/", api.subjects, {"subject": SOURCE}, name="api_sources"),
    path("api/v1/sources/<word:slug>/", api.one_subject, {"subject": SOURCE}, name="api_source"),
    path("api/v1/sections/", api.subjects, {"subject": SECTION}, name="api_sections"),
    path("api/v1/sections/<word:slug>/", api.one_subject, {"subject": SECTION}, name="api_section"),
    # /sitemap.xml  /sitemaps/pages.xml  /sitemaps/news.xml  /sitemaps/articles-0.xml
    path("sitemap.xml", sitemaps.index, name="sitemap_index"),
    path("sitemaps/pages.xml", sitemaps.pages, name="sitemap_pages"),
    path("sitemaps/news.xml", sitemaps.news, name="sitemap_news"),
    path("sitemaps/<word:name>-<int:number>.xml", sitemaps.part, name="sitemap"),
    # /media/0123456789abcdef0123456789abcdef/16x9-50-50-640.webp (settings.MEDIA_URL)
    path("media/<picture_key:key>/<picture_name:name>", media.picture, name="media"),
    # /style/site-0f3a9c.css  /style/lists-0f3a9c.css  /logo/0f3a9c.png
    path("style/<sheet:name>-<digest:digest>.css", style.style, name="style"),
    path("logo/<digest:digest>.png", style.logo, name="logo"),
    # /robots.txt  /healthz
    path("robots.txt", machines.robots, name="robots"),
    path("healthz", machines.healthz, name="healthz"),
]
