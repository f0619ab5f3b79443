"""Who is named in a report, in which role, under which spelling."""
