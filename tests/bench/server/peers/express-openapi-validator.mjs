// Express with express-openapi-validator, which goes by the document, for requests and for answers.
import express from "express";
import { middleware } from "express-openapi-validator";
import { clearCache, knownKey, placeOrder } from "./answers.mjs";
import { documents } from "./documents.mjs";

export function start(route) {
  const app = express();
  app.use(express.json());
  const isKnown = ({ headers }) => headers.authorization === `ApiKey ${knownKey}`;
  app.use(middleware({
    apiSpec: { ...documents[route], servers: [{ url: "/" }] },
    validateRequests: true,
    validateResponses: true,
    ...(route === "A" && { validateSecurity: { handlers: { apiKeyAuth: isKnown, basicAuth: () => false, bearerAuth: () => false } } }),
  }));
  app.post("/_security/api_key/:ids/_clear_cache", (request, response) => {
    response.set("x-elastic-product", "Elasticsearch").json(clearCache([request.params.ids].flat()));
  });
  app.post("/shops/:shop/orders", (request, response) => {
    const placed = placeOrder(request.body, request.params.shop, request.query.dry_run);
    response.status(201).location(`/shops/${request.params.shop}/orders/${placed.id}`).json(placed);
  });
  app.use((error, request, response, next) => {
    if (response.headersSent) next(error);
    else response.status(error.status ?? 500).json({ title: error.message });
  });
  return app.listen(0, "127.0.0.1");
}
