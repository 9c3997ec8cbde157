# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates, routing, headers and forms without a network."""
import asyncio

import tornado.escape
import tornado.gen
import tornado.httputil
import tornado.locale
import tornado.options
import tornado.queues
import tornado.routing
import tornado.template
import tornado.web
import tornado.ioloop

ANALYZE = "tornado"
PACKAGES = ["python3-tornado"]

PAGE = '''{% import json %}<ul>{% for x in items %}<li>{{ escape(x) }} {% if x %}{{ json.dumps(x) }}{% elif 0 %}a{% else %}b{% end %}</li>
{% end %}{% set y = 3 %}{% block foot %}{{ y }}{% end %}{# comment #}{% raw "<b>" %}</ul>
'''


class Handler(tornado.web.RequestHandler):
    def get(self, name):
        self.set_header("X-A", name)
        self.set_cookie("c", name)
        self.write({"name": name, "arg": self.get_argument("q", "none")})


class Connection:
    def set_close_callback(self, callback):
        pass

    def write_headers(self, start, headers, chunk=None):
        str(headers)

    def finish(self):
        pass


async def main():
    application = tornado.web.Application([(r"/item/([a-z]+)", Handler, {}), (r"/other", Handler)])
    for i in range(100):
        start = tornado.httputil.RequestStartLine("GET", "/item/abc?q=%d" % i, "HTTP/1.1")
        headers = tornado.httputil.HTTPHeaders.parse("Host: x.org\r\nCookie: a=b; c=d\r\nAccept: text/html\r\n")
        request = tornado.httputil.HTTPServerRequest(None, start_line=start, headers=headers, connection=Connection())
        delegate = application.find_handler(request)
        delegate.execute()
        await asyncio.sleep(0)
    queue = tornado.queues.Queue(5)

    async def put():
        for i in range(300):
            await queue.put(i)

    tornado.ioloop.IOLoop.current().spawn_callback(put)
    for i in range(300):
        await queue.get()


def work():
    for i in range(30):
        template = tornado.template.Template(PAGE + "<!-- %d -->" % i)
        template.generate(items=["<a>", "", "b & c"] * 10)
    body = b"".join(b"--xx\r\nContent-Disposition: form-data; name=\"f%d\"; filename=\"a.txt\"\r\n\r\ndata\r\n" % i for i in range(60)) + b"--xx--\r\n"
    for i in range(20):
        tornado.httputil.parse_body_arguments("multipart/form-data; boundary=xx", body, {}, {})
        tornado.escape.linkify("see http://example.org/%d and www.x.org" % i)
        tornado.escape.xhtml_unescape("a &amp; b &#233; &eacute;")
        tornado.httputil.url_concat("http://x.org/?a=1", {"b": i})
    tornado.ioloop.IOLoop.current().run_sync(main)
