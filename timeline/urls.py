"""Addresses: the public pages, the desk and the admin."""

from django.contrib import admin
from django.urls import include, path

from timeline.admin.exporting import export

urlpatterns = [
    path("admin/timeline/export/", admin.site.admin_view(export), name="export"),
    path("admin/", admin.site.urls),
    path("desk/", include("timeline.desk.urls")),
    path("", include("timeline.web.urls")),
]
