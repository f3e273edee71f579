// The emulator of Firebase Auth, as it is published in Firebase's command line. It keeps accounts in memory.
import { createRequire } from "node:module";

const { createApp } = createRequire(import.meta.url)("firebase-tools/lib/emulator/auth/server");
const app = await createApp("demo-project");
const server = app.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => console.log(`http://127.0.0.1:${server.address().port}`));
