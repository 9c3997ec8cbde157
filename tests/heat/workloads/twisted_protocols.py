# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Deferreds and protocols over in-memory transports."""
from twisted.internet import defer, protocol, task
from twisted.internet.testing import StringTransport
from twisted.protocols import amp, basic
from twisted.web import http, resource, server

ANALYZE = "twisted"
PACKAGES = ["python3-twisted", "python3-zope.interface", "python3-pkg-resources", "python3-incremental", "python3-constantly", "python3-automat",
            "python3-hyperlink", "python3-attr", "python3-typing-extensions", "python3-idna", "python3-six"]


class Lines(basic.LineReceiver):
    def lineReceived(self, line):
        self.sendLine(line.upper())


class Strings(basic.Int32StringReceiver):
    def stringReceived(self, data):
        self.sendString(data)


class Root(resource.Resource):
    isLeaf = True

    def render_GET(self, request):
        request.setHeader(b"x-a", b"b")
        return b"you asked for " + request.path


class Sum(amp.Command):
    arguments = [(b"a", amp.Integer()), (b"b", amp.Integer())]
    response = [(b"total", amp.Integer())]


@defer.inlineCallbacks
def chain(clock, n):
    total = 0
    for i in range(n):
        total += yield defer.succeed(i)
        yield task.deferLater(clock, 0.1, lambda: None)
    defer.returnValue(total)


def work():
    for kind, data in ((Lines, b"some line\r\n" * 200), (Strings, b"\x00\x00\x00\x04data" * 200)):
        made, transport = kind(), StringTransport()
        made.makeConnection(transport)
        for at in range(0, len(data), 7):
            made.dataReceived(data[at:at + 7])
    clock = task.Clock()
    running = [chain(clock, 20) for _ in range(20)]
    clock.pump([0.1] * 30)
    defer.DeferredList(running)
    for i in range(300):
        waiting = defer.Deferred()
        waiting.addCallback(lambda x: x + 1).addErrback(lambda f: 0).addBoth(lambda x: defer.succeed(x))
        waiting.callback(i)
    site = server.Site(Root(), reactor=clock)
    for i in range(60):
        channel = site.buildProtocol(("127.0.0.1", 1))
        channel.makeConnection(StringTransport())
        channel.dataReceived(b"GET /path/%d?q=1 HTTP/1.1\r\nHost: x.org\r\nCookie: a=b\r\n\r\n" % i)
    box = amp.Box({b"a": b"1", b"b": b"2"})
    for _ in range(60):
        amp.parseString(box.serialize())
        Sum.makeArguments({"a": 1, "b": 2}, None)
