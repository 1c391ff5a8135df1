// What pm2-runtime starts: the app in cluster mode, as many as the plan says.
module.exports = {
  apps: [
    {
      name: "app",
      script: `${__dirname}/app.js`,
      exec_mode: "cluster",
      instances: Number(process.env.WEB_CONCURRENCY),
      kill_timeout: 5000,
    },
  ],
};
