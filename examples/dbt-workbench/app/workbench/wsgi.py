"""The WSGI entry point. With preload it runs in the master, so everything a worker needs is imported here once."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings")
application = get_wsgi_application()

import workbench.urls  # noqa: E402,F401  Django would otherwise import the views, and DuckDB, in each worker
