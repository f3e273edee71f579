/** RFC 6570 §2: `/pets/{id}{?fields*,name:10}`. Literals may have characters beyond ASCII, and an apostrophe (errata 6937). */
export function isUriTemplate(text: string): boolean {
  const [literal = "", ...parts] = text.split("{");
  return isLiteral(literal) && parts.every((part) => {
    const end = part.indexOf("}");
    return end > 0 && isExpression(part.slice(0, end)) && isLiteral(part.slice(end + 1));
  });
}

function isLiteral(text: string): boolean {
  return !/[\0- "<>\\^`{|}\x7f-\x9f]|%(?![\da-f]{2})/i.test(text);
}

function isExpression(text: string): boolean {
  const list = /^[+#./;?&=,!@|]/.test(text) ? text.slice(1) : text;
  return list.split(",").every(isVariable);
}

function isVariable(text: string): boolean {
  const name = text.replace(/(?:\*|:[1-9]\d{0,3})$/, "");
  return name !== "" && !/[^\w%.]|%(?![\da-f]{2})|^\.|\.\.|\.$/i.test(name);
}
