import pytest

from tests.archive import desks


@pytest.fixture
def filled(db: None) -> None:
    desks.filled()
