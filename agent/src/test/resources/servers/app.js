// What the tests ask of an app under pm2: its pid, a long request, and memory that it keeps.
const cluster = require("node:cluster");
const http = require("node:http");

const kept = [];

const server = http.createServer((request, response) => {
  const url = new URL(request.url, "http://localhost");
  const answer = () => {
    response.writeHead(200, { "Content-Type": "text/plain" });
    response.end(String(process.pid));
  };
  if (url.pathname === "/sleep") {
    setTimeout(answer, Number(url.searchParams.get("seconds")) * 1000);
    return;
  }
  if (url.pathname === "/keep") {
    kept.push(Buffer.alloc(Number(url.searchParams.get("mb")) * 1024 * 1024, "x"));
  }
  answer();
});
server.listen(Number(process.env.PORT), "127.0.0.1");

// pm2 asks a worker to end by SIGINT: it answers what it has begun, and takes no more.
process.on("SIGINT", () => {
  if (cluster.isWorker) {
    cluster.worker.disconnect();
  } else {
    server.close(() => process.exit(0));
  }
});
