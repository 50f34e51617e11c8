# Sidekiq: what both sides load. The worker process prints "drain" once N jobs are done, and p50 and p99 of the latency
# once 300 more are. Run by hand it is the client: bulk enqueue, then (with "latency") one job at a time.
require 'sidekiq'

PORT, N, BODY = ENV.fetch('PEER_PORT'), Integer(ENV.fetch('PEER_N')), File.read(ENV.fetch('PEER_BODY'))
Sidekiq.configure_client { |c| c.redis = { url: "redis://127.0.0.1:#{PORT}/1" } }
Sidekiq.configure_server { |c| c.redis = { url: "redis://127.0.0.1:#{PORT}/1" } }

def clock = Process.clock_gettime(Process::CLOCK_MONOTONIC)

class Order
  include Sidekiq::Worker
  LOCK = Mutex.new
  @@first, @@done, @@late = nil, 0, []

  def perform(_body, sent_at)
    now = clock
    LOCK.synchronize do
      @@first ||= now
      sent_at ? @@late << now - sent_at : @@done += 1
      say('drain', N / (now - @@first)) if @@done == N && !sent_at
      tell_latency if @@late.size == 300
    end
  end

  def tell_latency
    @@late.sort!
    say('p50', 1000 * @@late[150])
    say('p99', 1000 * @@late[297])
  end

  def say(figure, value) = File.write(ENV.fetch('PEER_OUT'), format("%s %.3f\n", figure, value), mode: 'a')
end

if $PROGRAM_NAME == __FILE__
  if ARGV[0] == 'latency'
    300.times { sleep 0.005; Order.perform_async(BODY, clock) }
  else
    begun = clock
    N.times.each_slice(1000) { |some| Sidekiq::Client.push_bulk('class' => Order, 'args' => some.map { [BODY, nil] }) }
    puts format('enqueue %.3f', N / (clock - begun))
  end
end
