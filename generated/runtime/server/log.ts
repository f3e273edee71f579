import type { LogEntry, RouterOptions } from "./options.js";

/** Writes entries of the log, by default to the console. A log that fails is no reason to leave a request without an answer. */
export function logger(log: RouterOptions["log"] = toConsole): (entry: LogEntry) => void {
  return (entry) => {
    try {
      log(entry);
    } catch (error) {
      toConsole({ kind: entry.kind, operation: entry.operation, message: `${entry.message}; and the log failed`, error });
    }
  };
}

function toConsole({ operation, message, error, violations = [] }: LogEntry): void {
  const found = violations.map((violation) => `${violation.path || "the value"} ${violation.message} (${violation.schema})`);
  console.error(...[[`${printable(operation)}: ${message}`, ...found.map(printable)].join("\n  "), error].filter((part) => part !== undefined));
}

/** On one line, whatever somebody sent. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\xa0-\uffff]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));
}
