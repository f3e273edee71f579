import type { Finding } from "./finding.ts";

/**
 * Findings as annotations of a pull request.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export function formatGithub(findings: readonly Finding[]): string {
  return findings.map((finding) => `${annotation(finding)}\n`).join("");
}

function annotation({ severity, file, line, column, code, message, help }: Finding): string {
  const properties = [`file=${property(file)}`, `line=${line}`, `col=${column}`, `title=${property(code)}`].join(",");
  return `::${severity} ${properties}::${data(help === undefined ? message : `${message}\n${help}`)}`;
}

// The runner's own escapes: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A").replace(otherControls, "?");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

const otherControls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
