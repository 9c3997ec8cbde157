# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Routing, requests, responses and test client."""
import io

from werkzeug.datastructures import Headers, MultiDict
from werkzeug.exceptions import HTTPException, NotFound
from werkzeug.http import dump_cookie, parse_accept_header, parse_cookie, parse_options_header
from werkzeug.routing import Map, Rule, Submount
from werkzeug.test import Client, EnvironBuilder
from werkzeug.utils import secure_filename
from werkzeug.wrappers import Request, Response

ANALYZE = "werkzeug"
PACKAGES = ["python3-werkzeug", "python3-markupsafe"]

URLS = Map([Rule("/", endpoint="index"), Rule("/item/<int:number>", endpoint="item"), Rule("/file/<path:name>", endpoint="file"),
            Submount("/api", [Rule("/<any(a, b):kind>/<uuid:id>", endpoint="api"), Rule("/<float:x>", endpoint="x")])])


@Request.application
def app(request):
    try:
        endpoint, values = URLS.bind_to_environ(request.environ).match()
    except HTTPException as error:
        return error
    response = Response("%s %s %s %s" % (endpoint, values, request.args.get("q"), request.form.to_dict()), mimetype="text/plain")
    response.set_cookie("seen", "1", max_age=30)
    response.add_etag()
    return response.make_conditional(request)


def work():
    client = Client(app)
    for i in range(40):
        client.get("/item/%d?q=a%%20b" % i, headers={"Accept": "text/html;q=0.8,*/*;q=0.1", "Cookie": "a=b; c=d"})
        client.post("/file/a/b/c.txt", data={"name": "x", "file": (io.BytesIO(b"data" * 50), "f.txt")})
        client.get("/nothing/here")
        adapter = URLS.bind("example.org", "/")
        adapter.build("item", {"number": i}, force_external=True)
        parse_accept_header("text/html,application/xml;q=0.9,*/*;q=0.8")
        parse_options_header("form-data; name=\"x\"; filename*=UTF-8''%e2%82%ac")
        parse_cookie(dump_cookie("k", "v w"))
        secure_filename("../../etc/päss wd")
        EnvironBuilder(path="/x", query_string={"a": [1, 2]}).get_environ()
        headers = Headers([("A", "b")])
        headers.add("C", "d", x="y")
        MultiDict([("a", 1), ("a", 2)]).getlist("a")
