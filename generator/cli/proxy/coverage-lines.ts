import type { Coverage, OperationCoverage } from "../../contract/tester/coverage.ts";

/** What was seen of each operation, a line for each: `GET /pets/{id}  12 requests  seen 200, 404  not seen 400`. Those never asked are named last. */
export function coverageLines({ operations }: Coverage): string[] {
  const asked = operations.filter(({ requests }) => requests > 0);
  const others = operations.filter(({ requests }) => requests === 0).map(({ operation }) => operation);
  const shown = others.slice(0, 20).join(", ") + (others.length > 20 ? ` and ${others.length - 20} more` : "");
  return [...asked.map(lineOf), ...(others.length > 0 ? [`Never asked: ${shown}`] : [])];
}

function lineOf({ operation, requests, statuses }: OperationCoverage): string {
  const names = (isSeen: boolean) => statuses.filter(({ count }) => count > 0 === isSeen).map(({ name }) => name).join(", ");
  const [seen, unseen] = [names(true), names(false)];
  return [operation, `${requests} request${requests === 1 ? "" : "s"}`, ...(seen === "" ? [] : [`seen ${seen}`]), ...(unseen === "" ? [] : [`not seen ${unseen}`])].join("  ");
}
