// Etherpad, as it is published, with the files that it wants around it and a database in a file that begins empty.
import { existsSync, mkdtempSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

// It looks for its root one above "src".
if (!existsSync("src")) {
  renameSync("node_modules/ep_etherpad-lite", "src");
  symlinkSync("../src", "node_modules/ep_etherpad-lite");
}
const folder = mkdtempSync(join(tmpdir(), "specwright-etherpad-"));
const port = await freePort();
const settings = { ip: "127.0.0.1", port, dbType: "dirty", dbSettings: { filename: join(folder, "pads.db") }, loglevel: "ERROR", minify: false };
writeFileSync(join(folder, "settings.json"), JSON.stringify(settings));
writeFileSync(join(folder, "key"), "sesame");
process.argv.push("--settings", join(folder, "settings.json"), "--apikey", join(folder, "key"));
await createRequire(import.meta.url)("./src/node/server.js").start();
// It makes a logger of console, which is silent.
process.stdout.write(`http://127.0.0.1:${port}\n`);

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
