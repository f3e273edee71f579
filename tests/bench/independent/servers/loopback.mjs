// LoopBack's own todo example, as it is published. It asks a geocoder on the network for an address: here one answers that knows one place.
import { mkdirSync, rmSync } from "node:fs";
import example from "@loopback/example-todo";

rmSync("data", { recursive: true, force: true });
mkdirSync("data");
const app = new example.TodoListApplication({ rest: { port: Number(process.env.PORT ?? 0), host: "127.0.0.1", gracePeriodForClose: 0, openApiSpec: { setServersFromRequest: true } } });
await app.boot();
app.bind("services.Geocoder").to({ geocode: async () => [{ x: 1.5, y: 2.5 }] });
await app.start();
console.log(app.restServer.url);
