import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.models import Source
from articles.slugs import MAX_LENGTH, free_slug, slug_for


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Blinken Cancels Meeting", "blinken-cancels-meeting"),
        ("Thorbjørn Łukasz Đorđević", "thorbjorn-lukasz-dordevic"),
        ("Volodymyr Zelenskyy’s decree", "volodymyr-zelenskyys-decree"),
        ("RFE/RL", "rfe-rl"),
        ("新闻", "item"),
        ("", "item"),
        ("word " * 40, "-".join(["word"] * 16)),
    ],
)
def test_it_makes_address_words(text: str, slug: str) -> None:
    assert slug_for(text) == slug


@given(st.text(max_size=300))
def test_any_text_gives_an_address_word(text: str) -> None:
    slug = slug_for(text)
    assert 0 < len(slug) <= MAX_LENGTH
    assert slug.isascii() and set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_")


@pytest.mark.django_db
def test_a_taken_slug_gets_the_lowest_free_number() -> None:
    for slug in ("wire", "wire-2", "wire-service"):
        Source.objects.create(name=slug, slug=slug)
    assert free_slug(Source, "Wire", "source") == "wire-3"
