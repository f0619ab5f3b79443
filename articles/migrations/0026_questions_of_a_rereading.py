"""What a report that was read again says otherwise waits among the changes of reports."""


from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0025_quotation_keys'),
    ]

    operations = [
        migrations.RemoveField(
            model_name='intake',
            name='offers',
        ),
    ]
