"""How gunicorn serves the site: `gunicorn --config python:newsroom.gunicorn newsroom.wsgi`.

Threads, since a request mostly waits for the database. A server on the open internet stands behind a proxy that
buffers: a few hundred slow clients would otherwise hold every thread.
"""

import os
import sys

from django.core.exceptions import ImproperlyConfigured

try:
    from newsroom.environment import flag, read, whole
    from newsroom.settings import NEWSROOM_THREADS

    workers = read("NEWSROOM_WORKERS", min(2, os.cpu_count() or 1), whole(1, 64))
    port = read("PORT", 8000, whole(1, 65535))
    access_log = read("NEWSROOM_ACCESS_LOG", False, flag)
except ImproperlyConfigured as error:
    sys.exit(f"Newsroom cannot start. {error}")

bind = f"{os.environ.get('NEWSROOM_ADDRESS') or '127.0.0.1'}:{port}"
worker_class = "gthread"
threads = NEWSROOM_THREADS
timeout = 60
graceful_timeout = 20
keepalive = 5
control_socket_disable = True  # its default is a socket in the home directory
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108  # a heartbeat must not wait for a disk
accesslog = "-" if access_log else None
loglevel = "warning"
