"""Which person of the site each of a report's people is, when the report is taken in."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from django.db.models import Q, prefetch_related_objects

from articles.ingest.columns import cut
from articles.models import Article, Mention, Person, PersonName, Source
from articles.models.person import spelling_key
from articles.slugs import free_slugs
from articles.text.people.agreement import fields
from articles.text.people.identity import Bearer, Likeness, are_one, likeness
from articles.text.report import Mention as MentionReading
from articles.text.report import PersonReading, Report
from articles.text.typography import reading_text

BATCH = 500
"""Names that are looked for in one query."""


def people_of(report: Report, known: Mapping[int, Person], source: Source | None) -> list[Person]:
    """The site's person for each of a report's people, in their order.

    `known` are those that are settled, by their place in the report; the others are found, or made. `source` is who
    spells them so.
    """
    namesakes = _namesakes(report.people)
    page = fields(role for one in report.people for role in one.roles)
    taken = {person.pk for person in known.values()}
    found = []
    for at, one in enumerate(report.people):
        person = known.get(at) or _namesake(one, namesakes, taken, page) or Person(name=cut(one.name, Person, "name"))
        taken.add(person.pk)
        found.append(person)
    _make([person for person in found if person.pk is None])
    _keep_spellings(found, report.people, source)
    return found


def _make(people: list[Person]) -> None:
    for person, slug in zip(people, free_slugs(Person, [person.name for person in people], "person"), strict=True):
        person.slug = slug
    Person.objects.bulk_create(people)


def mention_of(article: Article, person: Person, mention: MentionReading) -> Mention:
    """The row of a mention, not saved."""
    return Mention(
        article=article,
        person=person,
        surface=cut(_as_read(mention.surface), Mention, "surface"),
        role=cut(mention.role, Mention, "role"),
        relative=mention.relative,
        start=mention.start,
        end=mention.end,
        by_import=True,
    )


Namesakes = dict[str, dict[int, Person]]
"""People of the site by each of their spellings, and by its folded key behind a space; of each the oldest first."""


def _namesakes(people: Iterable[PersonReading]) -> Namesakes:
    """Whom the site knows by one of these names, or by one that folds to the same key, each with all their names."""
    names = sorted({cut(one.name, Person, "name") for one in people if " " in one.name})
    found: Namesakes = defaultdict(dict)
    for at in range(0, len(names), BATCH):
        batch = names[at : at + BATCH]
        either = Q(name__in=batch) | Q(key__in=[spelling_key(name) for name in batch])
        rows = PersonName.objects.filter(either).select_related("person").prefetch_related("person__names")
        for row in rows.order_by("person"):
            found[row.name][row.person_id] = found[" " + row.key][row.person_id] = row.person
    return found


def _namesake(one: PersonReading, namesakes: Namesakes, taken: Container[int], page: set[str]) -> Person | None:
    """The site's person that a reading names, if any. `page` are the fields of life of the report's people.

    Full names that differ in accents alone are one person where nothing speaks against it (text/people/identity.py);
    what else may be one is settled when the report has its story (ingest/namesakes.py). A single name (a surname) never
    links across reports, and two people of one report are never made one.
    """
    name = cut(one.name, Person, "name")
    if " " in name:
        roles = {mention.role for mention in one.mentions if mention.role and not mention.relative}
        ours = Bearer({one.name}, roles, page=page)
        for number, person in (namesakes.get(name, {}) | namesakes.get(" " + spelling_key(name), {})).items():
            if number not in taken and _is_one(person, ours):
                return person
    return None


def _is_one(person: Person, ours: Bearer) -> bool:
    told = list(person.mentions.order_by().values_list("role", "relative").distinct()[:50])
    names = {person.name, *(row.name for row in person.names.all())}
    alike = likeness(names, ours.names)
    if alike is not Likeness.SAME or not told:
        return alike is Likeness.SAME
    record = Bearer(names, {role for role, relative in told if role and not relative})
    return are_one(alike, record, ours, company=0, alone=False)


def _as_read(surface: str) -> str:
    """A name without what only its line had: no-break spaces, soft hyphens, a line's end."""
    return reading_text(surface, 0, len(surface))


def _keep_spellings(people: list[Person], readings: Iterable[PersonReading], source: Source | None) -> None:
    """Note how a report spells its people, and by whom a spelling is used of which that was not known."""
    prefetch_related_objects(people, "names")
    new, used = [], []
    for person, one in zip(people, readings, strict=True):
        spellings = [one.name, *(name for name in (_as_read(m.surface) for m in one.mentions) if " " in name)]
        known = {row.name: row for row in person.names.all()}
        for spelling in dict.fromkeys(cut(text, PersonName, "name") for text in spellings):
            if spelling not in known:
                new.append(PersonName(person=person, name=spelling, source=source))
                new[-1].set_keys()
            elif known[spelling].source_id is None:
                used.append(known[spelling].pk)
    PersonName.objects.bulk_create(new)
    if source is not None:
        for at in range(0, len(used), BATCH):
            PersonName.objects.filter(pk__in=used[at : at + BATCH]).update(source=source)
