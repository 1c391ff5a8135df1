# What the tests ask of a Ruby server: its pid, a long request, and memory that it keeps.
require "uri"

KEPT = []

run lambda { |env|
  query = URI.decode_www_form(env["QUERY_STRING"] || "").to_h
  case env["PATH_INFO"]
  when "/sleep" then sleep(Float(query["seconds"]))
  when "/keep" then KEPT << "x" * (Integer(query["mb"]) << 20)
  end
  [200, {"Content-Type" => "text/plain"}, ["#{Process.pid}"]]
}
