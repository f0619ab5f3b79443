"""Every page of the desk opens for who may see it, and for nobody else."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from articles.actions import stories
from articles.admin.site import SECTIONS, desk
from articles.models import (
    CuratedFront,
    Decision,
    HistoryEntry,
    Kind,
    Proposal,
    PublishedArticle,
    Quotation,
    Redirect,
    ReportChange,
    SiteIdentity,
    Tombstone,
)
from tests import cast, factories
from tests.admin import pages
from tests.factories import NOON

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]

# model -> roles that see its list and rows, and roles that may add
SEES = {
    "article": (set(cast.MEMBERS), set(cast.MEMBERS)),
    "lead": (set(cast.MEMBERS), set()),
    "reportchange": (set(cast.MEMBERS), set()),
    "intake": (set(cast.MEMBERS), set()),
    "curatedfront": ({"editor", "publisher", "administrator"}, set()),
    "siteidentity": ({"publisher", "administrator"}, set()),
    "section": (set(cast.MEMBERS), {"editor", "publisher", "administrator"}),
    "tag": (set(cast.MEMBERS), {"editor", "publisher", "administrator"}),
    "person": (set(cast.MEMBERS), {"editor", "publisher", "administrator"}),
    "source": (set(cast.MEMBERS), {"editor", "publisher", "administrator"}),
    "story": (set(cast.MEMBERS), set()),
    "proposal": (set(cast.MEMBERS), set()),
    "quotation": (set(cast.MEMBERS), set()),
    "decision": (set(cast.MEMBERS), set()),
    "publishedarticle": (set(cast.MEMBERS), set()),
    "tombstone": (set(cast.MEMBERS), set()),
    "redirect": (set(cast.MEMBERS), set()),
    "historyentry": (set(cast.MEMBERS), set()),
    "user": ({"administrator"}, {"administrator"}),
    "group": ({"administrator"}, set()),
    "accessattempt": ({"administrator"}, set()),
}


def rows() -> dict[str, Any]:
    """A row of every model of the desk."""
    from axes.models import AccessAttempt

    article = factories.article(report_name="report.txt")
    published = factories.published("Live", tags=("Bridges",), people=("Ana Horvat",), outlet="Wire")
    tag = factories.tag()
    factories.quote(article, "It is open.")
    story = stories.own_story(article.pk, now=NOON).story
    other = stories.own_story(published.number, now=NOON).story
    stories.confirm(story=story, by=cast.editor(), now=NOON)
    return {
        "article": article,
        "lead": pages.lead(article),
        "reportchange": ReportChange.objects.create(
            article=article, intake=pages.intake(article, "An older story."), field="headline", found_at=NOON
        ),
        "intake": pages.intake(article, "A story."),
        "curatedfront": CuratedFront.objects.create(pk=CuratedFront.ONLY),
        "siteidentity": SiteIdentity.objects.create(pk=SiteIdentity.ONLY),
        "section": factories.section(),
        "tag": tag,
        "person": factories.person(),
        "source": factories.source(),
        "story": story,
        "proposal": Proposal.objects.create(kind=Kind.STORY, one=story.pk, other=other.pk, asked_at=NOON),
        "quotation": Quotation.objects.get(),
        "decision": Decision.objects.latest("pk"),
        "publishedarticle": published,
        "tombstone": Tombstone.objects.create(number=9, killed_at=NOON, reason="Wrong.", killed_by=cast.publisher()),
        "redirect": Redirect.objects.create(kind="tag", slug="old", target=tag.pk),
        "historyentry": HistoryEntry.objects.create(article=article, verb="submit", actor="rita", at=NOON),
        "user": cast.editor("egon"),
        "group": Group.objects.get(name="Editor"),
        "accessattempt": AccessAttempt.objects.create(username="x", failures_since_start=3),
    }


def test_it_has_a_rule_for_every_model_and_shows_it_in_one_section() -> None:
    registered = {model._meta.model_name for model in desk._registry}
    assert registered == set(SEES)
    shown = [name.lower() for _title, names in SECTIONS for name in names]
    assert sorted(shown) == sorted(registered)


def test_it_shows_the_pages_of_the_section_one_is_in_and_the_others_as_menus(client: Client) -> None:
    client.force_login(cast.editor())
    html = client.get(reverse("admin:articles_tag_changelist")).content.decode()
    nav = html.split('<nav class="desk-nav"')[1].split("</nav>")[0]
    assert nav.count("<details") == nav.count("<summary>") == 3
    assert nav.count('aria-current="true"') == 2  # its section, and itself
    here = nav.split('<ul class="pages" aria-label="Names">')[1]
    assert '/admin/articles/tag/" aria-current="true">Tags</a>' in here and "/article/" not in here
    assert client.get("/admin/articles/").headers["location"] == "/admin/"


@pytest.mark.parametrize("role", cast.MEMBERS)
def test_it_opens_every_page_for_whom_it_is_meant(client: Client, role: str) -> None:
    client.force_login(cast.MEMBERS[role]())
    made = rows()
    wrong = []
    for name, (seeing, adding) in SEES.items():
        app = desk_app(name)
        expected = {
            reverse(f"admin:{app}_{name}_changelist"): role in seeing,
            reverse(f"admin:{app}_{name}_add"): role in adding,
            reverse(f"admin:{app}_{name}_change", args=(made[name].pk,)): role in seeing,
        }
        if role == "administrator" or role not in seeing:  # who sees the list searches it and reads the history
            expected[reverse(f"admin:{app}_{name}_changelist") + "?q=x"] = role in seeing
            expected[reverse(f"admin:{app}_{name}_history", args=(made[name].pk,))] = role in seeing
        for path, allowed in expected.items():
            status = client.get(path).status_code
            if status != (200 if allowed else 403):
                wrong.append((path, status, allowed))
    assert wrong == []


def desk_app(name: str) -> str:
    return next(model._meta.app_label for model in desk._registry if model._meta.model_name == name)


def paths() -> list[str]:
    made = rows()
    found = [reverse("admin:index"), reverse("admin:app_list", args=("articles",)), reverse("admin:password_change")]
    for name in SEES:
        app = desk_app(name)
        found.append(reverse(f"admin:{app}_{name}_changelist"))
        found.append(reverse(f"admin:{app}_{name}_change", args=(made[name].pk,)))
        found.append(reverse(f"admin:{app}_{name}_delete", args=(made[name].pk,)))
    found.append(reverse("admin:articles_article_move", args=(made["article"].pk,)))
    found.append(reverse("admin:articles_article_revisions", args=(made["article"].pk,)))
    found.append(reverse("admin:articles_article_restore", args=(made["article"].pk, 1)))
    found += [
        reverse(f"admin:articles_article_{name}", args=(made["article"].pk,)) for name in ("preview", "share", "copy")
    ]
    found.append(reverse("admin:articles_article_preview_page", args=(made["article"].pk,)))
    for name in ("assign", "comment", "embargo"):
        found.append(reverse(f"admin:articles_article_{name}", args=(made["article"].pk,)))
    found.append(reverse("admin:articles_article_settle", args=(made["article"].pk, 1)))
    found.append(reverse("admin:articles_article_typing", args=(made["article"].pk,)))
    found.append(reverse("admin:articles_article_take_over", args=(made["article"].pk,)))
    found.append(reverse("admin:articles_article_discard", args=(made["article"].pk, 1)))
    found.append(reverse("admin:articles_article_role", args=(made["article"].pk, 0)))
    found.append(reverse("admin:articles_article_judge", args=(made["article"].pk,)))
    found.append(reverse("admin:articles_article_paste"))
    found.append(reverse("admin:articles_article_revoke", args=(made["article"].pk, 1)))
    found.append(reverse("admin:articles_story_act", args=(made["story"].pk,)))
    found.append(reverse("admin:articles_proposal_answer", args=(made["proposal"].pk,)))
    found.append(reverse("admin:articles_decision_undo", args=(made["decision"].pk,)))
    found += [reverse(f"admin:articles_{name}_merge", args=(made[name].pk,)) for name in ("person", "source", "tag")]
    found.append(reverse("admin:articles_lead_promote", args=(made["lead"].pk,)))
    found.append(reverse("admin:articles_intake_file", args=(made["intake"].pk,)))
    query = "?app_label=articles&model_name=mention&field_name=person&term=a"
    return [*found, reverse("admin:autocomplete") + query]


def test_it_sends_strangers_to_the_login(client: Client) -> None:
    for path in paths():
        answer = client.get(path)
        assert (answer.status_code, answer.headers["location"].split("?")[0]) == (302, "/admin/login/"), path


def test_it_shows_staff_without_a_group_nothing(client: Client) -> None:
    client.force_login(User.objects.create_user("newcomer", is_staff=True))
    for path in paths():
        answer = client.get(path)
        own = path in {reverse("admin:index"), reverse("admin:password_change")}
        assert answer.status_code == 200 if own else answer.status_code in {403, 404, 405}, path
        assert "Bridge reopens" not in answer.content.decode()
    assert "belongs to no group" in client.get(reverse("admin:index")).content.decode()


@pytest.mark.parametrize("role", cast.MEMBERS)
def test_it_deletes_no_articles_leads_or_records(client: Client, role: str) -> None:
    client.force_login(cast.MEMBERS[role]())
    made = rows()
    for name in set(made) - {"section", "tag", "person", "source", "user", "group", "accessattempt"}:
        path = reverse(f"admin:articles_{name}_delete", args=(made[name].pk,))
        assert client.post(path, {"post": "yes"}).status_code == 403, name
    listed = reverse("admin:articles_article_changelist")
    client.post(listed, {"action": "delete_selected", "_selected_action": made["article"].pk, "post": "yes"})
    made["article"].refresh_from_db()
    assert PublishedArticle.objects.exists()


def test_it_has_no_script_or_style_within_its_pages(client: Client) -> None:
    client.force_login(User.objects.create_superuser("vera"))
    for path in paths():
        html = client.get(path).content.decode()
        assert "<style" not in html and " style=" not in html, path
        assert "onclick=" not in html, path
        scripts = [part.split(">")[0] for part in html.split("<script")[1:]]
        assert all("src=" in tag or "application/json" in tag or "application/ld+json" in tag for tag in scripts), path


def test_it_names_itself_on_the_login_page(client: Client) -> None:
    html = client.get("/admin/login/").content.decode()
    assert "<h1>Log in to the desk</h1>" in html
    assert "Newsroom desk" in html


def test_it_offers_neither_the_libraries_own_tags_nor_their_records(client: Client) -> None:
    client.force_login(cast.administrator())
    for path in ("/admin/taggit/tag/", "/admin/axes/accesslog/", "/admin/sessions/session/"):
        assert client.get(path).status_code == 404
