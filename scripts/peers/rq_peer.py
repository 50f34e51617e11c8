"""RQ: enqueues N jobs in bulk, then times one worker that empties the queue."""
import os, subprocess, sys, time
from redis import Redis
from rq import Queue


def order(body):
    pass


if __name__ == "__main__":
    n, url = int(os.environ["PEER_N"]), "redis://127.0.0.1:%s/3" % os.environ["PEER_PORT"]
    body = open(os.environ["PEER_BODY"]).read()
    queue = Queue("bench", connection=Redis.from_url(url))
    begun = time.monotonic()
    queue.enqueue_many([Queue.prepare_data("rq_peer.order", args=(body,)) for _ in range(n)])
    print("enqueue %.3f" % (n / (time.monotonic() - begun)))
    begun = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "rq.cli", "worker", "--burst", "--quiet", "--url", url, "bench"],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    print("drain %.3f" % (n / (time.monotonic() - begun)))
