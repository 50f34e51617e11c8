"""Posts orders and prints the ids of their invoice tasks: seed.py URL ORDER_FILE COUNT"""

import http.client
import json
import sys
from urllib.parse import urlsplit

url, file, count = sys.argv[1:]
with open(file, "rb") as order:
    body = order.read()
connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=30)
for _ in range(int(count)):
    connection.request("POST", "/orders", body, {"content-type": "application/json"})
    answer = connection.getresponse()
    text = answer.read()
    if answer.status != 201:
        sys.exit(f"POST /orders answered {answer.status}: {text[:300]!r}")
    print(json.loads(text)["task_ids"]["invoice_task"])
