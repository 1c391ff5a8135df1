"""Every request passes here."""

import os

from django.conf import settings
from django.http import JsonResponse

from learning.slots import Refused
from learning.state import slots

JOURNAL_BYTES = 12_288


class WorkerHeader:
    """Names the worker that answered, and turns a refusal into 503."""

    def __init__(self, get_response):
        self._get_response = get_response

    def __call__(self, request):
        response = self._get_response(request)
        response["X-Worker"] = str(os.getpid())
        return response

    @staticmethod
    def process_exception(request, exception):
        return refusal(exception) if isinstance(exception, Refused) else None


class ActivityJournal:
    """Remembers each request's activity and forgets none: a leak of about 12 KiB a request.

    Only the worker's end frees it. That is what gunicorn's --max-requests is for: with 500 it stays below 7 MiB.
    """

    def __init__(self, get_response):
        self._get_response = get_response
        self._entries = []

    def __call__(self, request):
        response = self._get_response(request)
        if request.path != "/healthz":
            entry = f"{request.method} {request.path} {response.status_code} "
            self._entries.append(entry.encode().ljust(JOURNAL_BYTES, b"."))
        return response


class ConcurrentRequestLimit:
    """Lets MAX_CONCURRENT_REQUESTS reports run in the whole container; further ones wait, and are refused in the end."""

    def __init__(self, get_response):
        self._get_response = get_response
        self._slots = slots("reports", settings.MAX_CONCURRENT_REQUESTS)

    def __call__(self, request):
        if not request.path.startswith("/reports/"):
            return self._get_response(request)
        try:
            with self._slots.hold():
                return self._get_response(request)
        except Refused as refused:
            return refusal(refused)


def refusal(refused):
    """503 with the reason, and when to come again."""
    response = JsonResponse({"refused": str(refused)}, status=503)
    response["Retry-After"] = "5"
    return response
