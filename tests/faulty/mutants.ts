import type { Kind, Mutant } from "./mutant.ts";
import { auth } from "./mutants/auth.ts";
import { boundary } from "./mutants/boundary.ts";
import { example } from "./mutants/example.ts";
import { negative } from "./mutants/negative.ts";
import { pagination } from "./mutants/pagination.ts";
import { params } from "./mutants/params.ts";
import { protocol } from "./mutants/protocol.ts";
import { semantic } from "./mutants/semantic.ts";
import { stateful } from "./mutants/stateful.ts";

/** All faulty warehouses, by kind. */
export const mutants: Readonly<Record<Kind, readonly Mutant[]>> = { example, params, boundary, negative, auth, protocol, stateful, pagination, semantic };
