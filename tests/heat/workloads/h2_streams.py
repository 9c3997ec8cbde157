# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two HTTP/2 ends talking in memory."""
import h2.config
import h2.connection
import h2.events

ANALYZE = "h2"
PACKAGES = ["python3-h2", "python3-hpack", "python3-hyperframe"]


def exchange(client, server):
    events = server.receive_data(client.data_to_send())
    return events, client.receive_data(server.data_to_send())


def work():
    client = h2.connection.H2Connection(h2.config.H2Configuration(client_side=True, header_encoding="utf-8"))
    server = h2.connection.H2Connection(h2.config.H2Configuration(client_side=False, header_encoding="utf-8"))
    client.initiate_connection()
    server.initiate_connection()
    exchange(client, server)
    exchange(client, server)
    for i in range(250):
        stream = client.get_next_available_stream_id()
        client.send_headers(stream, [(":method", "POST"), (":path", "/p%d" % i), (":scheme", "https"), (":authority", "x.org"), ("x-a", "b" * (i % 30))])
        client.send_data(stream, b"body" * 20, end_stream=True)
        for event in exchange(client, server)[0]:
            if isinstance(event, h2.events.DataReceived):
                server.acknowledge_received_data(event.flow_controlled_length, event.stream_id)
        server.send_headers(stream, [(":status", "200"), ("content-type", "text/plain"), ("content-length", "100")])
        server.send_data(stream, b"x" * 100, end_stream=True)
        exchange(client, server)
    client.ping(b"12345678")
    client.update_settings({4: 70000})
    exchange(client, server)
    client.close_connection()
    exchange(client, server)
