"""Celery: the app, and run by hand the client. The worker process writes "drain" once N tasks are done, and p50 and p99
of the latency once 200 more are."""
import os, sys, time
from celery import Celery

N = int(os.environ["PEER_N"])
BODY = open(os.environ["PEER_BODY"]).read()
app = Celery("celery_peer", broker="redis://127.0.0.1:%s/2" % os.environ["PEER_PORT"])
app.conf.update(task_ignore_result=True, worker_prefetch_multiplier=64)
first, done, late = None, 0, []


def say(figure, value):
    with open(os.environ["PEER_OUT"], "a") as out:
        out.write("%s %.3f\n" % (figure, value))


@app.task
def order(body, sent_at):
    global first, done
    now = time.monotonic()
    first = first or now
    if sent_at is None:
        done += 1
        if done == N:
            say("drain", N / (now - first))
    else:
        late.append(1000 * (now - sent_at))
        if len(late) == 200:
            late.sort()
            say("p50", late[100])
            say("p99", late[198])


if __name__ == "__main__":
    if sys.argv[1:] == ["latency"]:
        for _ in range(200):
            time.sleep(0.01)
            order.delay(BODY, time.monotonic())
    else:
        begun = time.monotonic()
        for _ in range(N):
            order.delay(BODY, None)
        print("enqueue %.3f" % (N / (time.monotonic() - begun)))
