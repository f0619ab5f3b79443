"""The tag box takes names as journalists type them."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from articles.admin.fields import TagsField, line_of, names_in
from articles.models import Tag, TagSynonym
from tests import factories

pytestmark = pytest.mark.sqlite

NAMES = st.lists(
    st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8).filter(str.strip),
    max_size=5,
    unique_by=str.casefold,
)


def field(*, may_add: bool = False) -> TagsField:
    made = TagsField()
    made.may_add = may_add
    return made


@given(NAMES)
def test_it_reads_back_the_line_that_it_wrote(names: list[str]) -> None:
    assert names_in(line_of(names)) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ukraine, Russia", ["Ukraine", "Russia"]),
        (" Ukraine ,, ukraine,  UKRAINE ", ["Ukraine"]),
        ("Ukraine\r\nRussia", ["Ukraine", "Russia"]),
        ('"Tromsø, Norway", Oil', ["Tromsø, Norway", "Oil"]),
        ("state  of   emergency", ["state of emergency"]),
        ("", []),
        (" , ,", []),
    ],
)
def test_it_reads_names_between_commas(line: str, names: list[str]) -> None:
    assert names_in(line) == names


@pytest.mark.django_db
def test_it_finds_tags_in_any_case_and_by_their_synonyms() -> None:
    geneva, war = factories.tag("Geneva"), factories.tag("Østfold")
    TagSynonym.objects.create(tag=geneva, name="Zgenf")
    TagSynonym.objects.create(tag=war, name="Zwischenton", weak=True)
    assert field().clean("GENEVA, østfold") == [geneva, war]
    assert field().clean("zgenf") == [geneva]
    with pytest.raises(ValidationError):
        field().clean("Zwischenton")  # a weak synonym only ever suggests


@pytest.mark.django_db
def test_it_takes_one_tag_once_however_often_it_is_named() -> None:
    geneva = factories.tag("Geneva")
    TagSynonym.objects.create(tag=geneva, name="Genf")
    assert field().clean("Geneva, Genf") == [geneva]


@pytest.mark.django_db
def test_it_takes_new_names_only_from_those_who_may_add_tags() -> None:
    with pytest.raises(ValidationError, match="No such tag: Zimtsterne"):
        field().clean("Zimtsterne")
    (tag,) = field(may_add=True).clean("Zimtsterne")
    assert (tag.name, tag.pk) == ("Zimtsterne", None)
    assert not Tag.objects.filter(name="Zimtsterne").exists()


@pytest.mark.django_db
def test_it_asks_the_database_as_often_for_many_names_as_for_one(django_assert_num_queries: object) -> None:
    names = [f"Tag {n}" for n in range(50)]
    for name in names:
        factories.tag(name)
    for line in ("Tag 1", ", ".join(names)):
        with django_assert_num_queries(1):  # type: ignore[operator]
            field().clean(line)
