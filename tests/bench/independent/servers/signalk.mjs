// Signal K, as it is published, with its own provider of resources turned on, and nothing stored yet. It is open, as it is when it is new.
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve as absolute } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "specwright-signalk-"));
const plugins = join(folder, "plugin-config-data");
mkdirSync(plugins);
symlinkSync(absolute("node_modules"), join(folder, "node_modules"));
const standard = { routes: true, waypoints: true, notes: true, regions: true };
writeFileSync(join(plugins, "resources-provider.json"), JSON.stringify({ enabled: true, configuration: { standard, custom: [], path: "./resources" } }));
const port = await freePort();
Object.assign(process.env, { SIGNALK_NODE_CONFIG_DIR: folder, PORT: String(port) });
// As its own command does: what nobody catches is printed, and it goes on.
process.on("uncaughtException", console.error);
const Server = createRequire(import.meta.url)("signalk-server");
await new Server().start();
const url = `http://127.0.0.1:${port}`;
while (!(await fetch(`${url}/signalk/v2/api/resources/waypoints`)).ok) await new Promise((done) => setTimeout(done, 100));
console.log(url);

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address();
      probe.close(() => done(free));
    });
  });
}
