// A cluster whose workers pm2 replaces by their memory, looked at every 30 seconds as by default.
module.exports = {
  apps: [
    {
      name: "app",
      script: `${__dirname}/app.js`,
      exec_mode: "cluster",
      instances: 2,
      max_memory_restart: process.env.WORKER_MEBI + "M",
    },
  ],
};
