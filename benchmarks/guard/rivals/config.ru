# What the benchmark asks of a Rack server: memory that it keeps.
KEPT = ["x" * (ENV.fetch("DATA_MEBI").to_i << 20)]

run(lambda do |environment|
  KEPT << "x" * Rack::Utils.parse_query(environment["QUERY_STRING"]).fetch("keep", "0").to_i
  [200, { "Content-Type" => "text/plain" }, [Process.pid.to_s]]
end)
