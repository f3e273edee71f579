/**
 * The simple commands of a shell script as words, with quotes taken away: `[["curl", "-X", "POST", "$URL/pets"]]`. Variables that the
 * script sets itself are filled in; those of a `$(…)` are commands of their own.
 */
export function shellCommands(script: string): string[][] {
  const reader = { text: script, at: 0, commands: [], variables: new Map<string, string>() };
  readCommands(reader, "");
  return reader.commands;
}

type Reader = { text: string; at: number; commands: string[][]; variables: Map<string, string> };

/** Reads up to the end, or to the bracket that closes a `$(`. */
function readCommands(reader: Reader, end: "" | ")"): void {
  let words: string[] = [];
  const finish = (): void => {
    const [first] = words;
    if (first !== undefined) reader.commands.push(words);
    words = [];
  };
  while (reader.at < reader.text.length) {
    const character = reader.text.charAt(reader.at);
    if (end !== "" && character === end) {
      reader.at += 1;
      break;
    }
    if (/[\n;|&()]/.test(character)) {
      finish();
      reader.at += 1;
    } else if (character === "#") skipTo(reader, "\n");
    else if (/\s/.test(character)) reader.at += 1;
    else if (reader.text.startsWith("\\\n", reader.at)) reader.at += 2;
    else if (reader.text.startsWith("\\\r\n", reader.at)) reader.at += 3;
    else {
      const word = readWord(reader);
      const [, name, value = ""] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word) ?? [];
      if (name !== undefined && words.length === 0) reader.variables.set(name, value);
      else words.push(word);
    }
  }
  finish();
}

function readWord(reader: Reader): string {
  let word = "";
  while (reader.at < reader.text.length && !/[\s;|&()]/.test(reader.text.charAt(reader.at))) {
    const character = reader.text.charAt(reader.at);
    if (reader.text.startsWith("\\\n", reader.at)) break;
    reader.at += 1;
    if (character === "'") word += takeTo(reader, "'");
    else if (character === '"') word += readQuoted(reader);
    else if (character === "\\") word += reader.text.charAt(reader.at++);
    else if (character === "$") word += readDollar(reader);
    else word += character;
  }
  return word;
}

function readQuoted(reader: Reader): string {
  let text = "";
  while (reader.at < reader.text.length) {
    const character = reader.text.charAt(reader.at++);
    if (character === '"') break;
    if (character === "\\" && /["\\$`\n]/.test(reader.text.charAt(reader.at))) text += reader.text.charAt(reader.at++).replace("\n", "");
    else text += character === "$" ? readDollar(reader) : character;
  }
  return text;
}

/** What stands behind a `$`: a variable, or commands whose output nobody knows here. */
function readDollar(reader: Reader): string {
  const rest = reader.text.slice(reader.at, reader.at + 200);
  if (rest.startsWith("'")) {
    reader.at += 1;
    return takeTo(reader, "'");
  }
  if (rest.startsWith("(")) {
    reader.at += 1;
    readCommands(reader, ")");
    return "$output";
  }
  const [written, braced, plain] = /^(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(rest) ?? [];
  const name = braced ?? plain;
  if (written === undefined || name === undefined) return "$";
  reader.at += written.length;
  return reader.variables.get(name) ?? `$${name}`;
}

function takeTo(reader: Reader, end: string): string {
  const start = reader.at;
  skipTo(reader, end);
  const text = reader.text.slice(start, reader.at);
  reader.at += 1;
  return text;
}

function skipTo(reader: Reader, end: string): void {
  const found = reader.text.indexOf(end, reader.at);
  reader.at = found < 0 ? reader.text.length : found;
}
