"""The starter vocabulary: countries, capitals, organisations, topics. From here on the rows are the editors' own."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from articles.slugs import slug_for
from articles.text.themes import starter_vocabulary


def plant(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Add the tags that are not there yet; a tag of the same name stays as it is."""
    Tag, TagSynonym = apps.get_model("articles", "Tag"), apps.get_model("articles", "TagSynonym")
    taken = {name.casefold() for name in Tag.objects.values_list("name", flat=True)}
    slugs = set(Tag.objects.values_list("slug", flat=True))
    terms = [term for term in starter_vocabulary() if term.name.casefold() not in taken]
    tags = []
    for term in terms:
        slug = slug_for(term.name, "tag")
        if slug in slugs:
            slug = f"{slug}-{term.kind}"
        slugs.add(slug)
        tags.append(Tag(name=term.name, slug=slug, kind=term.kind, code=term.code))
    Tag.objects.bulk_create(tags)
    rows = {tag.name: tag for tag in Tag.objects.filter(name__in=[term.name for term in terms])}
    TagSynonym.objects.bulk_create(
        TagSynonym(tag=rows[term.name], name=form, weak=weak)
        for term in terms
        for weak, forms in ((False, term.forms), (True, term.weak))
        for form in forms
    )


class Migration(migrations.Migration):
    dependencies = (("articles", "0002_publication_windows"),)
    operations = (migrations.RunPython(plant, migrations.RunPython.noop),)
