"""Django settings: no database and no sessions, for what the workbench keeps lies in DuckDB and in its caches."""

import os
import secrets

SECRET_KEY = os.environ.get("SECRET_KEY") or secrets.token_hex(32)
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "workbench.urls"
WSGI_APPLICATION = "workbench.wsgi.application"
DATABASES = {}
USE_TZ = True
INSTALLED_APPS = ["learning"]
MIDDLEWARE = [
    "learning.middleware.WorkerHeader",
    "learning.middleware.ActivityJournal",
    "learning.middleware.ConcurrentRequestLimit",
    "django.middleware.common.CommonMiddleware",
]
TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}]


def _whole(name, default):
    value = os.environ.get(name, str(default))
    if not value.isdigit() or int(value) < 1:
        raise SystemExit(f"{name}={value!r}: give a whole number from 1 up")
    return int(value)


# What one container may hold at the same time. WEB_CONCURRENCY, the fourth, is read by gunicorn itself.
DB_POOL_MAX = _whole("DB_POOL_MAX", 5)  # warehouse connections in each worker
MAX_CONCURRENT_JOBS = _whole("MAX_CONCURRENT_JOBS", 3)  # dbt processes in the container
MAX_CONCURRENT_REQUESTS = _whole("MAX_CONCURRENT_REQUESTS", 5)  # reports in the container

QUEUE_LENGTH = 24  # callers that may wait for a slot of one kind
QUEUE_SECONDS = 20  # how long they wait before they are refused with 503
SLOTS_DIRECTORY = os.environ.get("SLOTS_DIRECTORY", "/tmp/workbench-slots")
