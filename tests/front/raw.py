"""Requests by hand, to send what no well-behaved client sends."""

from __future__ import annotations

import socket


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=10)


def half_post(port: int, path: str = "/en/") -> socket.socket:
    """A POST that promises more than it sends."""
    opened = connect(port)
    opened.sendall(
        f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nhalf".encode()
    )
    return opened


def answer(opened: socket.socket) -> bytes:
    """One whole answer; the connection is closed after it."""
    received = bytearray()
    with opened:
        while chunk := opened.recv(65536):
            received += chunk
            head, found, body = bytes(received).partition(b"\r\n\r\n")
            if found and len(body) >= _length(head):
                break
    return bytes(received)


def status(opened: socket.socket) -> int:
    return int(answer(opened).split(b" ", 2)[1])


def _length(head: bytes) -> int:
    lines = head.lower().split(b"\r\n")
    lengths = [line.split(b":")[1] for line in lines if line.startswith(b"content-length:")]
    return int(lengths[0]) if lengths else 1 << 30
