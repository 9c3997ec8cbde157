# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Models in SQLite: queries; forms, URLs, templates."""
import django
import django.conf

django.conf.settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}, INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"], USE_TZ=False,
    ROOT_URLCONF=__name__, TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}], ALLOWED_HOSTS=["*"])
django.setup()
from django import forms, template
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection, models
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import path, resolve, reverse

ANALYZE = "django"
PACKAGES = ["python3-django", "python3-asgiref", "python3-sqlparse", "python3-tz"]


class BookForm(forms.Form):
    title = forms.CharField(max_length=20)
    pages = forms.IntegerField(min_value=1)
    email = forms.EmailField(required=False)


def view(request, number):
    return HttpResponse("book %d" % number)


urlpatterns = [path("book/<int:number>/", view, name="book"), path("other/<slug:name>/", view)]


def work():
    with connection.schema_editor() as editor:
        for model in (ContentType, Permission, Group):
            editor.create_model(model)
    types = [ContentType.objects.create(app_label="app%d" % (i % 4), model="m%d" % i) for i in range(30)]
    Permission.objects.bulk_create(Permission(name="p%d" % i, codename="c%d" % i, content_type=types[i % 30]) for i in range(300))
    group = Group.objects.create(name="all")
    group.permissions.set(Permission.objects.all()[:50])
    for i in range(15):
        list(Permission.objects.filter(pk__gt=i, content_type__app_label__startswith="app").select_related("content_type").order_by("-name")[:40])
        Permission.objects.exclude(name__in=["p1", "p2"]).aggregate(models.Max("id"), models.Count("id"))
        list(ContentType.objects.annotate(n=models.Count("permission")).filter(models.Q(n__gt=3) | models.Q(model="m1")).values("model", "n"))
        one = Permission.objects.get(pk=i + 1)
        one.name += "!"
        one.save()
        list(Group.objects.prefetch_related("permissions"))
        form = BookForm({"title": "x" * i, "pages": str(i), "email": "a@b.org"})
        form.is_valid()
        form.as_p()
        request = RequestFactory().get("/book/%d/" % i)
        match = resolve(request.path)
        match.func(request, **match.kwargs)
        reverse("book", args=[i])
    page = template.Template("{% for b in books %}{% if b.id > 3 %}{{ b.name|upper|truncatechars:5 }}{% else %}{{ forloop.counter }}{% endif %}{% endfor %}{{ x|default:'y'|escape }}")
    for _ in range(5):
        page.render(template.Context({"books": Permission.objects.all()[:60]}))
