import { pluginClient } from "@kubb/plugin-client";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginTs } from "@kubb/plugin-ts";

/** Made for a document and a folder that the environment names, as Kubb takes neither from its command line. */
export default {
  root: ".",
  input: { path: process.env["KUBB_INPUT"] },
  output: { path: process.env["KUBB_OUTPUT"], clean: true },
  plugins: [pluginOas({ generators: [] }), pluginTs({}), pluginClient({ client: "fetch" })],
};
