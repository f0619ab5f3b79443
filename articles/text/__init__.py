"""Reading raw news reports: text in, facts with their places out."""
