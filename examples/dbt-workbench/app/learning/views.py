"""The workbench's pages. Each answer is small; what it takes to make it is not."""

from django.http import HttpResponse, JsonResponse

from learning import glossary, reports
from learning.dbt_manager import JobFailed
from learning.state import worker_state


def healthz(request):
    return HttpResponse("ok\n", content_type="text/plain")


def lesson(request, number):
    """A page: one lesson out of the catalogue."""
    catalog = worker_state().catalog
    snippets = catalog.lesson(number)
    terms = [glossary.definition(number * 97 + offset) for offset in range(5)]
    return JsonResponse(
        {"lesson": number, "snippets": snippets[:5], "related": catalog.related(number), "terms": terms}
    )


def query(request):
    """A query against the warehouse, on a connection of this worker's pool."""
    pool = worker_state().pool
    with pool.connection() as connection:
        rows = connection.run(seed=int(request.GET.get("seed", "1")))
        return JsonResponse({"rows": len(rows), "first": rows[:3], "connectionsOpened": pool.opened})


def report(request, number):
    """A heavy request; how many run at a time is the middleware's matter."""
    return JsonResponse(reports.draw(worker_state().catalog, number))


def job(request, number):
    """Runs a dbt job to its end."""
    try:
        return JsonResponse(worker_state().dbt.run(number))
    except JobFailed as failed:
        return JsonResponse({"failed": str(failed)}, status=500)
