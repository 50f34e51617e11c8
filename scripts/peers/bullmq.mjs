// BullMQ: bulk enqueue, drain with a processor that does nothing, latency on an idle worker. Prints "figure value" lines.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [port, count, modules, bodyFile] = process.argv.slice(2);
const { Queue, Worker } = createRequire(`${modules}/`)('bullmq');
const body = readFileSync(bodyFile, 'utf8');
const n = Number(count);
const connection = { host: '127.0.0.1', port: Number(port), maxRetriesPerRequest: null };
const queue = new Queue('bench', { connection });
const tell = (figure, value) => console.log(figure, value.toFixed(3));

// Rates are told of the last three of four batches, for the first one warms up.
const batches = 4;
const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const rate = (begun) => (1000 * n) / (performance.now() - begun);

const rates = { enqueue: [], drain: [] };
for (let batch = 0; batch < batches; batch++) {
  const begun = performance.now();
  for (let i = 0; i < n; i += 1000) {
    await queue.addBulk(Array.from({ length: Math.min(1000, n - i) }, () => ({ name: 'order', data: { body } })));
  }
  rates.enqueue.push(rate(begun));
}

let done = 0;
let left = batches * n;
let finished;
let all = new Promise((resolve) => (finished = resolve));
let latencies;
let sentAt;
let begun = performance.now();
const worker = new Worker(
  'bench',
  async () => {
    if (sentAt) latencies.push(performance.now() - sentAt);
    else if (++done % n === 0) {
      rates.drain.push(rate(begun));
      begun = performance.now();
    }
    if (--left === 0) finished();
  },
  { connection, concurrency: 100 },
);
await all;
for (const [figure, values] of Object.entries(rates)) tell(figure, middle(values.slice(1)));

// One job for an idle worker, or as many as an order has tasks.
for (const [jobs, prefix] of [[1, ''], [3, 'all_']]) {
  latencies = [];
  for (let i = 0; i < 300; i++) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    all = new Promise((resolve) => (finished = resolve));
    left = jobs;
    sentAt = performance.now();
    if (jobs === 1) await queue.add('order', { body });
    else await queue.addBulk(Array.from({ length: jobs }, () => ({ name: 'order', data: { body } })));
    await all;
  }
  latencies.sort((a, b) => a - b);
  tell(`${prefix}p50`, latencies[Math.floor(latencies.length * 0.5)]);
  tell(`${prefix}p99`, latencies[Math.floor(latencies.length * 0.99)]);
}
await worker.close(true);
await queue.close();
process.exit(0);
