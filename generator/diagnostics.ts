/**
 * What is wrong with a document, as data. Collected by every stage, printed by cli/format.
 * Problems of the document are diagnostics and never thrown; bugs of ours are thrown.
 */
export type Diagnostic = {
  /** A code of the registry below, or the name of a Redocly rule. */
  code: string;
  severity: Severity;
  /** What is wrong: `No schema "ApiKeyy". Did you mean "ApiKey"?` */
  message: string;
  at: Location;
  /** What to do about it, where the message does not say so already. */
  help?: string;
};

export type Severity = "error" | "warning";

/**
 * A place in a source: by JSON Pointer, from which line and column are found only when somebody prints it,
 * or by line and column (both from 1) where a parser gave them.
 *
 *     { uri: "spec/openapi.yaml", pointer: "/paths/~1pets/get" }
 *     { uri: "spec/openapi.yaml", line: 41, column: 9 }
 */
export type Location = { uri: string; pointer: string } | { uri: string; line: number; column: number };

/** Makes the diagnostic of a registered code. */
export function diagnose(code: DiagnosticCode, message: string, at: Location, help?: string): Diagnostic {
  const entry: { severity: Severity; help?: string } = registry[code];
  const advice = help ?? entry.help;
  return { code, severity: entry.severity, message, at, ...(advice !== undefined && { help: advice }) };
}

/** `true` where a list holds at least one error, so that nothing may be written. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

export type DiagnosticCode = keyof typeof registry;

/** Every code there is, with its severity. `specwright` never reports a problem of a document without one of these. */
export const registry = {
  // Reading
  "unreadable": { severity: "error", help: "Check the path or the URL, and that you may read it." },
  "syntax": { severity: "error" },
  "not-openapi": { severity: "error", help: 'An OpenAPI document begins with `openapi: 3.1.1` (or 3.0.x, 3.2.x; `swagger: "2.0"` is converted).' },
  "unknown-version": { severity: "error", help: "OpenAPI 3.0, 3.1 and 3.2 are read, and Swagger 2.0 is converted." },
  "too-deep": { severity: "error", help: "Give the inner part a name under components and $ref it." },
  "too-large": { severity: "error" },

  // References
  "unresolved-ref": { severity: "error" },
  "dangling-ref": { severity: "warning" },
  "cyclic-ref": { severity: "error", help: "A chain of $refs must end at an object that is not itself a $ref." },
  "endless-ref": { severity: "warning" },
  "ref-siblings-ignored": { severity: "warning", help: "In OpenAPI 3.0 nothing beside a $ref counts; wrap it: allOf: [{ $ref: … }]." },
  "unresolved-mapping": { severity: "warning" },

  // Shape
  "wrong-type": { severity: "error" },
  "missing-field": { severity: "error" },
  "ignored": { severity: "warning" },
  "duplicate-operation-id": { severity: "warning", help: "Give each operation an operationId of its own." },
  "duplicate-parameter": { severity: "warning" },
  "undeclared-path-parameter": { severity: "warning" },
  "unknown-security-scheme": { severity: "warning" },
  "unusual-component-name": { severity: "warning", help: "OpenAPI allows letters, digits, `.`, `-` and `_` in component names." },
  "nullable-enum-without-null": { severity: "warning", help: "Add null to the enum." },
  "not-converted": { severity: "warning" },
  "unsupported-keyword": { severity: "warning" },
  "dynamic-ref-widened": { severity: "warning" },
  "unknown-dialect": { severity: "warning" },

  // Client
  "not-sent": { severity: "warning" },
  "not-received": { severity: "warning" },
  "not-structured": { severity: "warning" },

  // Server
  "not-served": { severity: "warning" },

  // Writing
  "out-of-date": { severity: "error" },
  "left-over": { severity: "warning", help: "Delete it when you no longer need it." },
  "output-refused": { severity: "error", help: "Move it away, or choose another folder with --out." },

  // Samples
  "sample-mismatch": { severity: "error", help: "Mend it, or take it out: a sample that the document does not give is made from it." },

  // Handlers
  "missing-handler": { severity: "error", help: "Run specwright stubs without --check to add it." },
  "removed-handler": { severity: "warning", help: "Remove it when you no longer need it." },
  "renamed-handler": { severity: "warning" },
  "changed-handler": { severity: "error" },
  "unknown-handlers": { severity: "warning", help: "Write the members out, or spread an object that is declared in a file of yours." },
  "unchecked-handlers": { severity: "warning", help: "Run specwright generate first." },
  "ambiguous-handlers": { severity: "error", help: "Export the one that is served as `handlers`, or keep the others in files of their own." },
  "no-handlers": { severity: "error", help: "Say what they are: `export const handlers = { … } satisfies Handlers`, `class … implements Handlers`. An empty file is filled." },

  // Lint
  "wrong-value": { severity: "error" },
  "unexpected-field": { severity: "error" },
  "conflicting-fields": { severity: "error" },
  "example-mismatch": { severity: "warning" },
  "unchecked-example": { severity: "warning" },
  "slow-pattern": { severity: "warning", help: "Let no two repetitions take the same characters, begin with ^, or limit maxLength. Generated validators match it in linear time." },
  "unusable-rule": { severity: "warning", help: "x-rules is a list of { rule, message }, each rule an expression in CEL (https://cel.dev) over body, headers, status and request." },
  "linter-failed": { severity: "error" },
} as const satisfies Record<string, { severity: Severity; help?: string }>;
