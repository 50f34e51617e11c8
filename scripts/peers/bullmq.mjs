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

let begun = performance.now();
for (let i = 0; i < n; i += 1000) {
  await queue.addBulk(Array.from({ length: Math.min(1000, n - i) }, () => ({ name: 'order', data: { body } })));
}
tell('enqueue', (1000 * n) / (performance.now() - begun));

let done = 0;
let finished;
let all = new Promise((resolve) => (finished = resolve));
const latencies = [];
let sentAt;
begun = performance.now();
const worker = new Worker(
  'bench',
  async () => {
    if (sentAt) latencies.push(performance.now() - sentAt);
    if (++done === n || sentAt) finished();
  },
  { connection, concurrency: 100 },
);
await all;
tell('drain', (1000 * n) / (performance.now() - begun));

for (let i = 0; i < 300; i++) {
  await new Promise((resolve) => setTimeout(resolve, 5));
  all = new Promise((resolve) => (finished = resolve));
  sentAt = performance.now();
  await queue.add('order', { body });
  await all;
}
latencies.sort((a, b) => a - b);
tell('p50', latencies[Math.floor(latencies.length * 0.5)]);
tell('p99', latencies[Math.floor(latencies.length * 0.99)]);
await worker.close(true);
await queue.close();
process.exit(0);
