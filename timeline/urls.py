"""Addresses: the public pages, the desk and the admin."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("desk/", include("timeline.desk.urls")),
    path("", include("timeline.web.urls")),
]
