import type { Kind, Mutant } from "../mutant.ts";
import { auth } from "./depot/auth.ts";
import { boundary } from "./depot/boundary.ts";
import { example } from "./depot/example.ts";
import { negative } from "./depot/negative.ts";
import { pagination } from "./depot/pagination.ts";
import { params } from "./depot/params.ts";
import { protocol } from "./depot/protocol.ts";
import { semantic } from "./depot/semantic.ts";
import { stateful } from "./depot/stateful.ts";

/** All faulty depots, by kind. */
export const depotMutants: Readonly<Record<Kind, readonly Mutant[]>> = { example, params, boundary, negative, auth, protocol, stateful, pagination, semantic };
