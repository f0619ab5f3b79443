"""`make site-check`: every kind of page of a real site, looked at as a browser, a crawler and a validator would."""
