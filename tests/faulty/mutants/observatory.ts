import type { Kind, Mutant } from "../mutant.ts";
import { auth } from "./observatory/auth.ts";
import { boundary } from "./observatory/boundary.ts";
import { example } from "./observatory/example.ts";
import { negative } from "./observatory/negative.ts";
import { pagination } from "./observatory/pagination.ts";
import { params } from "./observatory/params.ts";
import { protocol } from "./observatory/protocol.ts";
import { semantic } from "./observatory/semantic.ts";
import { stateful } from "./observatory/stateful.ts";

/** All faulty observatories, by kind. */
export const observatoryMutants: Readonly<Record<Kind, readonly Mutant[]>> = { example, params, boundary, negative, auth, protocol, stateful, pagination, semantic };
