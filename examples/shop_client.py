#!/usr/bin/env python3
"""A shop's client, as it was written for a FastAPI front with Celery behind it.

    shop_client.py URL ORDER.json

Places the order and follows each of its tasks until it has ended. Prints a JSON object a line: what the
API answered, each time that it was something new. Exit code 1 when a task failed, 3 when the order was refused.
"""

import json
import sys
import time

import requests

POLL = 0.05
PATIENCE = 60


class OrderRefused(Exception):
    pass


class TaskFailed(Exception):
    pass


class Shop:
    def __init__(self, url):
        self.url = url.rstrip("/")
        self.session = requests.Session()

    def place(self, order):
        response = self.session.post(f"{self.url}/orders", json=order, timeout=10)
        if response.status_code == 422:
            raise OrderRefused(response.json()["detail"])
        response.raise_for_status()
        return response.json()

    def status(self, task_id):
        response = self.session.get(f"{self.url}/tasks/{task_id}", timeout=10)
        response.raise_for_status()
        return response.json()

    def follow(self, task_id, report):
        seen = None
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            task = self.status(task_id)
            if task != seen:
                report(task)
                seen = task
            if task["state"] == "SUCCESS":
                return task["result"]
            if task["state"] == "FAILURE":
                raise TaskFailed(task["error"])
            time.sleep(POLL)
        raise TimeoutError(f"{task_id} is still {seen['state']}: {seen['status']}")


def show(answer):
    print(json.dumps(answer), flush=True)


def main(url, file):
    with open(file, encoding="utf-8") as source:
        order = json.load(source)
    shop = Shop(url)
    try:
        accepted = shop.place(order)
    except OrderRefused as refusal:
        print(f"refused: {refusal}", file=sys.stderr)
        return 3
    show(accepted)
    failures = 0
    for name in ("shipping_task", "email_task", "invoice_task"):
        try:
            result = shop.follow(accepted["task_ids"][name], show)
            print(f"{name}: {result['status']}, {result['message']}", file=sys.stderr)
        except TaskFailed as failure:
            print(f"{name} failed: {failure}", file=sys.stderr)
            failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
