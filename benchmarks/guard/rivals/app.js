// What the benchmark asks of a Node server: memory that it keeps, and a note when it is told to end.
const cluster = require("node:cluster");
const fs = require("node:fs");
const http = require("node:http");

const kept = [];

http
  .createServer((request, response) => {
    const url = new URL(request.url, "http://localhost");
    kept.push(Buffer.alloc(Number(url.searchParams.get("keep")), "x"));
    response.end(String(process.pid));
  })
  .listen(Number(process.env.PORT), "127.0.0.1");

process.on("SIGINT", () => {
  const arrived = Number(process.hrtime.bigint()) / 1e9;
  fs.appendFileSync(process.env.SIGNALS, `${process.pid} ${arrived}\n`);
  cluster.worker.disconnect();
});
