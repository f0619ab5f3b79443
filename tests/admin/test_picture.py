"""Pictures on an article's page: who may put one there, what is refused and what survives that."""

from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.images.files import MASTERS, path_of
from articles.models import Article, Picture, Revision
from articles.workflow import Status
from tests import cast, factories, pictures
from tests.admin.pages import change, filled

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def own(**fields: Any) -> Article:
    return factories.article(created_by=cast.reporter(), **fields)


def post(client: Client, article: Article, **changes: Any) -> HttpResponse:
    row = {"pictures-TOTAL_FORMS": "1", "pictures-0-upload": pictures.upload(), "pictures-0-position": "0"}
    row |= {"pictures-0-focus_x": "50", "pictures-0-focus_y": "50"}
    return client.post(change(article), filled(client.get(change(article)), **(row | changes)))


def test_it_puts_a_picture_on_an_article(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    answer = post(client, article, **{"pictures-0-alt": "A bridge", "pictures-0-focus_x": "20"})
    assert answer.status_code == 302
    row = article.pictures.get()
    assert (row.alt, row.width, row.height, row.focus) == ("A bridge", 640, 480, (20, 50))
    assert default_storage.exists(path_of(row.file, "16x9-20-50-640.webp"))
    assert "Ana" not in str(default_storage.listdir(MASTERS))
    assert Revision.objects.get().content["pictures"][0]["file"] == row.file
    page = client.get(change(article)).content.decode()
    assert f'src="/media/{row.file}/640.jpg"' in page
    assert 'enctype="multipart/form-data"' in page


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (pictures.SVG, "is not a picture in JPEG, PNG, WebP, AVIF or GIF"),
        (pictures.picture()[:-400], "is damaged or incomplete"),
        (pictures.bomb(), "more than 50 million pixels"),
        (b"", "is empty"),
    ],
)
def test_it_refuses_a_file_by_name_and_loses_no_word(client: Client, content: bytes, says: str) -> None:
    client.force_login(cast.reporter())
    article = own()
    file = pictures.upload(content, "harbour.jpg")
    typed = {"headline": "Typed", "standfirst": "Typed too", "pictures-0-caption": "Also typed"}
    html = post(client, article, **typed, **{"pictures-0-upload": file}).content.decode()
    assert f"“harbour.jpg” {says}" in html or f"“harbour.jpg” has {says}" in html
    for words in typed.values():
        assert words in html
    assert not Picture.objects.exists()
    article.refresh_from_db()
    assert article.headline == "Bridge reopens"


def test_it_keeps_a_sound_file_when_something_else_is_refused(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    page = post(client, article, report_date="the day before yesterday")
    assert page.status_code == 200
    assert b"/640.webp 640w" in page.content
    assert client.post(change(article), filled(page, report_date="")).status_code == 302
    assert article.pictures.get().image() is not None


def test_it_believes_no_forged_key(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    forged = {"pictures-0-upload": "", "pictures-0-held": "WyIuLi8uLi9ldGMiLDEsMV0:x", "pictures-0-file": "../../etc"}
    post(client, article, **forged, **{"pictures-0-caption": "x"})
    assert article.pictures.get().file == ""


def test_it_proposes_what_the_file_says_where_nobody_has_written(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    file = pictures.upload(pictures.picture(exif=pictures.exif()), "quay.jpg")
    answer = post(client, article, **{"pictures-0-upload": file, "pictures-0-caption": "Our own words"})
    row = article.pictures.get()
    assert (row.caption, row.credit, row.rights) == ("Our own words", "Ina Quell", "(c) Ina Quell")
    told = client.get(answer.headers["Location"]).content.decode()
    assert "Taken from the file “quay.jpg”, look it over: Credit, Rights." in told


def test_it_cuts_anew_around_another_point_and_leaves_the_old_files(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    row = pictures.on(article)
    changes = {"pictures-0-focus_x": "90", "pictures-0-focus_y": "10"}
    assert client.post(change(article), filled(client.get(change(article)), **changes)).status_code == 302
    row.refresh_from_db()
    assert row.focus == (90, 10)
    for focus in ("50-50", "90-10"):
        assert default_storage.exists(path_of(row.file, f"16x9-{focus}-640.webp"))


def test_it_gives_a_new_file_a_new_key_and_its_point_back_to_the_middle(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    row = pictures.on(article, focus_x=90)
    before = row.file
    page = client.get(change(article))
    client.post(change(article), filled(page, **{"pictures-0-upload": pictures.upload(pictures.picture((300, 200)))}))
    row.refresh_from_db()
    assert row.file != before and default_storage.exists(path_of(before, "640.jpg"))
    assert (row.focus, row.width, row.caption) == ((50, 50), 300, "The bridge")


def test_it_says_that_a_file_is_gone_which_must_be_cut_anew(client: Client) -> None:
    client.force_login(cast.reporter())
    article = own()
    pictures.on(article)
    Picture.objects.update(file="0" * 32)
    page = client.post(change(article), filled(client.get(change(article)), **{"pictures-0-focus_x": "3"}))
    assert "Choose the file again" in page.content.decode()


@pytest.mark.parametrize(
    ("who", "status", "may"),
    [
        (cast.reporter, Status.DRAFT, True),
        (lambda: cast.reporter("rex"), Status.DRAFT, False),
        (cast.reporter, Status.SUBMITTED, False),
        (cast.editor, Status.SUBMITTED, True),
        (cast.publisher, Status.DRAFT, True),
        (cast.editor, Status.PUBLISHED, False),
        (cast.administrator, Status.KILLED, False),
    ],
)
def test_it_takes_a_file_of_those_who_may_edit_the_article_alone(
    client: Client, who: Any, status: str, may: bool
) -> None:
    article = own()
    page = client.get  # the form as its writer has it open
    client.force_login(cast.reporter())
    data = filled(page(change(article)), **{"pictures-TOTAL_FORMS": "1", "pictures-0-upload": pictures.upload()})
    data |= {"pictures-0-position": "0", "pictures-0-focus_x": "50", "pictures-0-focus_y": "50"}
    Article.objects.update(status=status)
    client.force_login(who())
    client.post(change(article), data)
    assert Picture.objects.filter(article=article).exists() is may


def test_it_shows_a_picture_to_those_who_may_only_read(client: Client) -> None:
    article = own(status=Status.PUBLISHED)
    row = pictures.on(article, rights="One use, until May")
    client.force_login(cast.reporter("rex"))
    html = client.get(change(article)).content.decode()
    assert f"/media/{row.file}/640.jpg" in html and "One use, until May" in html
    assert "pictures-0-upload" not in html


def test_it_takes_a_picture_with_a_new_article(client: Client) -> None:
    client.force_login(cast.reporter())
    address = reverse("admin:articles_article_add")
    row = {"pictures-TOTAL_FORMS": "1", "pictures-0-upload": pictures.upload(), "pictures-0-position": "0"}
    row |= {"pictures-0-focus_x": "50", "pictures-0-focus_y": "50"}
    assert client.post(address, filled(client.get(address), headline="New", **row)).status_code == 302
    assert Article.objects.get().pictures.get().image() is not None
