# Puma as puma_worker_killer's manual sets it up, with its default interval of ten seconds.
workers 3
threads 2, 2

before_fork do
  require "puma_worker_killer"
  PumaWorkerKiller.config { |config| config.ram = 256 }
  PumaWorkerKiller.start
end

on_worker_boot do
  # The master's TERM, noted beside what Puma does with it.
  previous = trap("TERM", "DEFAULT")
  trap("TERM") do
    arrived = Process.clock_gettime(Process::CLOCK_MONOTONIC)
    File.write(ENV.fetch("SIGNALS"), "#{Process.pid} #{arrived}\n", mode: "a")
    previous.call
  end
end
