# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests answered from memory, cookies, URLs, WSGI."""
import http.cookies
import http.server
import io
import urllib.parse
import urllib.request
import wsgiref.handlers
import wsgiref.headers
import wsgiref.util

ANALYZE = "stdlib"
PACKAGES = []


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = ("you asked for " + urllib.parse.unquote(self.path)).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


class Connection:
    def __init__(self, data):
        self.input, self.sent = io.BytesIO(data), io.BytesIO()

    def makefile(self, mode, *rest):
        return self.input if "r" in mode else self.sent

    def sendall(self, data):
        self.sent.write(data)


def app(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [wsgiref.util.request_uri(environ).encode()] * 10


def work():
    request = b"GET /some/%C3%BCber/path?q=1 HTTP/1.1\r\nHost: localhost\r\nCookie: a=b; c=\"d e\"\r\nAccept: text/html\r\n\r\n"
    for i in range(150):
        Handler(Connection(request * 3), ("127.0.0.1", 1), None)
        cookie = http.cookies.SimpleCookie("session=abc%d; theme=\"dark blue\"" % i)
        cookie["session"]["path"] = "/"
        cookie.output()
        url = urllib.parse.urljoin("http://user@host.org:80/a/b/c;x?q=1#f", "../d/%d?e=f&g=h" % i)
        parts = urllib.parse.urlsplit(url)
        (parts.hostname, parts.port, parts.geturl())
        urllib.parse.urlencode(urllib.parse.parse_qsl("a=1&b=%20x%20&c=" + "y" * 20), doseq=True)
        urllib.parse.quote("/some path/ünïcode/" * 3)
        urllib.request.Request(url, headers={"A": "b"}).get_header("A")
        environ = {}
        wsgiref.util.setup_testing_defaults(environ)
        wsgiref.handlers.SimpleHandler(io.BytesIO(), io.BytesIO(), io.StringIO(), environ).run(app)
