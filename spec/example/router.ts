/** The example with its sample data, as `specwright test --server spec/example/router.ts` takes it. */
import { createExample } from "./example-server.ts";
import { sampleCluster, sampleDirectory } from "./sample-data.ts";

export default createExample(sampleCluster(), sampleDirectory);
