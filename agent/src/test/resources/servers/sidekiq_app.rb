# What the tests ask of Sidekiq: a job that lasts, and one that keeps memory.
require "sidekiq"

KEPT = []

class Sleep
  include Sidekiq::Worker

  def perform(seconds, ticket)
    sleep(seconds)
    Sidekiq.redis { |redis| redis.lpush("answers:#{ticket}", Process.pid) }
  end
end

class Keep
  include Sidekiq::Worker
  sidekiq_options retry: false

  def perform(mb, ticket)
    KEPT << "x" * (mb << 20)
    Sidekiq.redis { |redis| redis.lpush("answers:#{ticket}", Process.pid) }
  end
end
