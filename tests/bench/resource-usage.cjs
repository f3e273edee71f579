// Preloaded into a process that is measured, and into the processes it starts: notes what each has used when it ends.
const { appendFileSync } = require("node:fs");

process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  appendFileSync(process.env.RESOURCE_USAGE_FILE, `${userCPUTime + systemCPUTime} ${maxRSS}\n`);
});
