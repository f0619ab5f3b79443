"""The ways in: files, folders, archives, JSON lines, pages and feeds, each as the reports that are in it."""

from articles.ingest.arrivals.arrival import Arrival
from articles.ingest.arrivals.paths import arrivals, is_way_in
from articles.ingest.arrivals.sidefiles import side_files

__all__ = ["Arrival", "arrivals", "is_way_in", "side_files"]
