"""Several reports side by side."""

from articles.text.likeness.coverage import (
    MOST_COLUMNS,
    Printed,
    Stated,
    Told,
    Topic,
    chosen,
    compare,
    how_it_differs,
    origins_of,
)


def told(number: int, outlet: str = "", agencies: tuple[str, ...] = (), **said: object) -> Told:
    return Told(number, f"Report {number}", f"/{number}", outlet, agencies, **said)  # type: ignore[arg-type]


def test_it_counts_an_agency_once_and_not_the_outlets_that_print_it() -> None:
    reports = [
        told(1, "Herald", ("Baltic Wire",)),
        told(2, "Echo", ("Baltic Wire",)),
        told(3, "Baltic Wire"),
        told(4, "Post"),
        told(5),
    ]
    found = origins_of(reports)
    assert (found.names, found.count, found.unknown) == (("Baltic Wire", "Post"), 2, 1)


def test_it_compares_the_first_report_of_each_outlet_before_any_second() -> None:
    reports = [told(n, "Herald") for n in range(20)] + [told(20 + n, f"Paper {n}") for n in range(3)] + [told(30)]
    columns = chosen(reports)
    assert len(columns) == MOST_COLUMNS
    assert {0, 20, 21, 22, 30} <= {report.number for report in columns}
    assert [report.number for report in columns] == sorted(report.number for report in columns)


def test_it_puts_first_what_most_reports_have_and_says_who_has_nothing_of_it() -> None:
    ana, ivo = Stated("1", "Ana Horvat", "Ana Horvat, mayor"), Stated("2", "Ivo Marić", "Maric")
    reports = [told(1, stated={Topic.PEOPLE: [ivo, ana]}), told(2, stated={Topic.PEOPLE: [ana]}), told(3)]
    (table,) = compare(reports).tables
    assert [(row.name, row.cells, row.count) for row in table.rows] == [
        ("Ana Horvat", ("Ana Horvat, mayor", "Ana Horvat, mayor", ""), 2),
        ("Ivo Marić", ("Maric", "", ""), 1),
    ]


def test_it_takes_linked_quotations_together_and_names_who_lacks_them() -> None:
    reports = [
        told(1, printed=[Printed(7, "we shall not yield", "Ana"), Printed(9, "only here")]),
        told(2, printed=[Printed(8, "we shall not yield to anybody")]),
        told(3, printed=[Printed(6, "we shall never yield")]),
        told(4),
    ]
    found = compare(reports, [(7, 8), (6, 8), (1, 2)])
    (words,) = found.shared
    assert (words.text, words.speaker) == ("we shall not yield to anybody", "Ana")
    assert [(use.report.number, use.kind) for use in words.uses] == [(1, "cut"), (2, "same"), (3, "differs")]
    assert [report.number for report in words.lacking] == [4]
    assert [words.text for words in found.alone] == ["only here"]


def test_it_calls_words_cut_where_dots_or_brackets_stand_for_them() -> None:
    whole = "The river took the bridge, and then it came back."
    assert how_it_differs(whole, "the river took the bridge and then it came back") == ("same", ())
    assert how_it_differs(whole, "The river … came back.")[0] == "cut"
    assert how_it_differs(whole, "[The flood] took the bridge, and then it came back.")[0] == "cut"
    assert how_it_differs(whole, "and then it came back")[0] == "cut"
    assert how_it_differs(whole, "The river took the bridge, and it came back.") == ("differs", (("then", ""),))
    assert how_it_differs(whole, "The river took the bridge, and then it returned.") == (
        "differs",
        (("came back.", "returned."),),
    )
