"""Celery: the app, and run by hand the client. The worker process writes "drain" once four batches of N tasks are done (of the last
three, for the first one warms up), p50 and p99 of the latency once 200 more are, and the same of three tasks at a time."""
import os, statistics, sys, time
from celery import Celery

N, BATCHES, ORDERS = int(os.environ["PEER_N"]), 4, 200
BODY = open(os.environ["PEER_BODY"]).read()
app = Celery("celery_peer", broker="redis://127.0.0.1:%s/2" % os.environ["PEER_PORT"])
app.conf.update(task_ignore_result=True, worker_prefetch_multiplier=64)
begun, done, rates, late = None, 0, [], []


def say(figure, value):
    with open(os.environ["PEER_OUT"], "a") as out:
        out.write("%s %.3f\n" % (figure, value))


def tell_latency(prefix):
    late.sort()
    say(prefix + "p50", late[len(late) // 2])
    say(prefix + "p99", late[len(late) * 99 // 100])
    late.clear()


@app.task
def order(body, sent_at, tasks):
    global begun, done
    now = time.monotonic()
    begun = begun or now
    if sent_at is not None:
        late.append(1000 * (now - sent_at))
        if len(late) == ORDERS * tasks:
            tell_latency("all_" if tasks > 1 else "")
        return
    done += 1
    if done % N == 0:
        rates.append(N / (now - begun))
        begun = now
    if done == N * BATCHES:
        say("drain", statistics.median(rates[1:]))


def send(tasks):
    for _ in range(ORDERS):
        time.sleep(0.01)
        now = time.monotonic()
        for _ in range(tasks):
            order.delay(BODY, now, tasks)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        send(3 if sys.argv[1] == "all" else 1)
    else:
        pushed = []
        for _ in range(BATCHES):
            began = time.monotonic()
            for _ in range(N):
                order.delay(BODY, None, 0)
            pushed.append(N / (time.monotonic() - began))
        print("enqueue %.3f" % statistics.median(pushed[1:]))
