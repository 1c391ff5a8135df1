# Unicorn reads no variable by itself; a configuration that reads one is what a budget's knob names.
worker_processes Integer(ENV.fetch("WEB_CONCURRENCY"))
listen "127.0.0.1:#{ENV.fetch("PORT")}"
