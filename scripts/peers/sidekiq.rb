# Sidekiq: what both sides load. The worker process prints "drain" once all of four batches of N jobs are done (of the last three,
# for the first one warms up), then p50 and p99 of the latency once 300 more are, and the same of three jobs at a time. Run by
# hand it is the client: bulk enqueue, then (with "latency") one job at a time, (with "all") three.
require 'sidekiq'

PORT, N, BODY = ENV.fetch('PEER_PORT'), Integer(ENV.fetch('PEER_N')), File.read(ENV.fetch('PEER_BODY'))
BATCHES, ORDERS = 4, 300
Sidekiq.configure_client { |c| c.redis = { url: "redis://127.0.0.1:#{PORT}/1" } }
Sidekiq.configure_server { |c| c.redis = { url: "redis://127.0.0.1:#{PORT}/1" } }

def clock = Process.clock_gettime(Process::CLOCK_MONOTONIC)
def middle(values) = values.sort[values.size / 2]

class Order
  include Sidekiq::Worker
  LOCK = Mutex.new
  @@begun, @@done, @@rates, @@late = nil, 0, [], []

  def perform(_body, sent_at, jobs)
    now = clock
    LOCK.synchronize { sent_at ? late(now - sent_at, jobs) : done(now) }
  end

  def done(now)
    @@begun ||= now
    return unless ((@@done += 1) % N).zero?

    @@rates << N / (now - @@begun)
    @@begun = now
    say('drain', middle(@@rates.drop(1))) if @@rates.size == BATCHES
  end

  def late(seconds, jobs)
    @@late << seconds
    return unless @@late.size == ORDERS * jobs

    @@late.sort!
    prefix = jobs > 1 ? 'all_' : ''
    say("#{prefix}p50", 1000 * @@late[@@late.size / 2])
    say("#{prefix}p99", 1000 * @@late[@@late.size * 99 / 100])
    @@late.clear
  end

  def say(figure, value) = File.write(ENV.fetch('PEER_OUT'), format("%s %.3f\n", figure, value), mode: 'a')
end

def push(jobs) = Sidekiq::Client.push_bulk('class' => Order, 'args' => jobs)

if $PROGRAM_NAME == __FILE__
  case ARGV[0]
  when 'latency'
    ORDERS.times { sleep 0.005; Order.perform_async(BODY, clock, 1) }
  when 'all'
    ORDERS.times { sleep 0.005; push(Array.new(3, [BODY, clock, 3])) }
  else
    rates = Array.new(BATCHES) do
      begun = clock
      N.times.each_slice(1000) { |some| push(some.map { [BODY, nil, 0] }) }
      N / (clock - begun)
    end
    puts format('enqueue %.3f', middle(rates.drop(1)))
  end
end
