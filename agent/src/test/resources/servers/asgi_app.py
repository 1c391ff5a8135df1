"""What the tests ask of an ASGI server: its pid, a long request, and memory that it keeps."""

import asyncio
import os
from urllib.parse import parse_qs

KEPT = []


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        await live(receive, send)
        return
    query = {name: values[0] for name, values in parse_qs(scope["query_string"].decode()).items()}
    if scope["path"] == "/sleep":
        await asyncio.sleep(float(query["seconds"]))
    elif scope["path"] == "/keep":
        KEPT.append(b"x" * (int(query["mb"]) << 20))
    body = str(os.getpid()).encode()
    headers = [(b"content-type", b"text/plain"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def live(receive, send):
    while True:
        message = await receive()
        await send({"type": message["type"] + ".complete"})
        if message["type"] == "lifespan.shutdown":
            return
