"""Many clients follow events while orders come in: streams.py URL COUNT SERVER_PID SECONDS ORDER_FILE

Prints what the server needs for them (resident memory, CPU) and whether each was told all.
"""

import asyncio
import os
import sys
import time
from urllib.parse import urlsplit

url, count, pid, seconds, file = sys.argv[1:]
count, seconds = int(count), int(seconds)
host, port = urlsplit(url).hostname, urlsplit(url).port
with open(file, "rb") as order:
    BODY = order.read()
EACH_SECOND = 50
told = [0] * count


def memory() -> float:
    """Resident, in MB."""
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


def cpu() -> float:
    """Seconds of CPU time so far."""
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def follow(number: int, ready: "asyncio.Semaphore") -> None:
    async with ready:
        reader, writer = await asyncio.open_connection(host, port)
        writer.write(f"GET /events HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
        await reader.readuntil(b"\r\n\r\n")
    started.append(number)
    try:
        while True:
            told[number] += (await reader.read(65536)).count(b"data: ")
    finally:
        writer.close()


async def post(amount: int) -> int:
    """Posts orders evenly over the time; answers how many were accepted."""
    reader, writer = await asyncio.open_connection(host, port)
    head = f"POST /orders HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Type: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n"
    accepted, begun = 0, time.monotonic()
    for number in range(amount):
        await asyncio.sleep(max(0, begun + number / EACH_SECOND - time.monotonic()))
        writer.write(head.encode() + BODY)
        answer = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        await reader.readexactly(int(answer.split("content-length:")[1].split()[0]))
        accepted += " 201 " in answer.splitlines()[0]
    writer.close()
    return accepted


async def main() -> None:
    before = memory()
    ready = asyncio.Semaphore(50)
    followers = [asyncio.create_task(follow(number, ready)) for number in range(count)]
    while len(started) < count:
        await asyncio.sleep(0.1)
        for follower in followers:
            if follower.done():
                follower.result()
    await asyncio.sleep(1)
    idle = cpu()
    await asyncio.sleep(seconds)
    idle = (cpu() - idle) / seconds
    busy, begun = cpu(), time.monotonic()
    accepted = await post(EACH_SECOND * seconds)
    took = time.monotonic() - begun
    busy = (cpu() - busy) / took
    await asyncio.sleep(3)
    # An order tells of its three tasks.
    wanted = 3 * accepted
    complete = sum(one == wanted for one in told)
    print(f"\n{count} event streams: {before:.0f} MB resident before, {memory():.0f} MB with them")
    print(f"CPU: {idle * 100:.1f} % of a core while nothing happens, {busy * 100:.0f} % at {accepted / took:.0f} orders/s")
    print(f"{complete} of {count} streams got all {wanted} events ({sum(told) / took:.0f} events/s in all)")
    for follower in followers:
        follower.cancel()


started: list = []
asyncio.run(main())
