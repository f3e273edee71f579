import type { Kind, Mutant } from "../mutant.ts";
import { auth } from "./agency/auth.ts";
import { boundary } from "./agency/boundary.ts";
import { example } from "./agency/example.ts";
import { negative } from "./agency/negative.ts";
import { pagination } from "./agency/pagination.ts";
import { params } from "./agency/params.ts";
import { protocol } from "./agency/protocol.ts";
import { semantic } from "./agency/semantic.ts";
import { stateful } from "./agency/stateful.ts";

/** All faulty agencies, by kind. */
export const agencyMutants: Readonly<Record<Kind, readonly Mutant[]>> = { example, params, boundary, negative, auth, protocol, stateful, pagination, semantic };
