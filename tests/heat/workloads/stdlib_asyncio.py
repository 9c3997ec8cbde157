# SPDX-FileCopyrightText: The Ferroscope developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Producers and consumers on the event loop, without any network."""
import asyncio

ANALYZE = "stdlib"
PACKAGES = []


async def produce(queue, lock, count):
    for i in range(count):
        async with lock:
            await queue.put(i)
    await queue.put(None)


async def consume(queue, event):
    total = 0
    while True:
        item = await queue.get()
        if item is None:
            break
        total += item
        if item % 50 == 0:
            await asyncio.sleep(0)
    event.set()
    return total


async def echo(reader, writer):
    while line := await reader.readline():
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def main():
    for _ in range(20):
        queue, event, lock = asyncio.Queue(10), asyncio.Event(), asyncio.Lock()
        producer = asyncio.create_task(produce(queue, lock, 200))
        consumer = asyncio.create_task(consume(queue, event))
        await asyncio.wait_for(event.wait(), 30)
        await asyncio.gather(producer, consumer)
    gate = asyncio.Semaphore(3)

    async def guarded(n):
        async with gate:
            await asyncio.sleep(0)
            return n

    for done in asyncio.as_completed([guarded(n) for n in range(300)]):
        await done
    reader = asyncio.StreamReader()
    reader.feed_data(b"some line\n" * 2000)
    reader.feed_eof()
    while await reader.readline():
        pass


def work():
    asyncio.run(main())
