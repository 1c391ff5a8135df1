from django.urls import path

from learning import views

urlpatterns = [
    path("healthz", views.healthz),
    path("lessons/<int:number>", views.lesson),
    path("query", views.query),
    path("reports/<int:number>", views.report),
    path("jobs/<int:number>", views.job),
]
