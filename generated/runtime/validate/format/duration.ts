/** RFC 3339 appendix A `duration`: `P3DT12H`, `P2W`. Units follow each other without a gap. */
export function isDuration(text: string): boolean {
  return /^P(?:\d+W|(?:\d+D|\d+M(?:\d+D)?|\d+Y(?:\d+M(?:\d+D)?)?)(?:T(?:\d+S|\d+M(?:\d+S)?|\d+H(?:\d+M(?:\d+S)?)?))?|T(?:\d+S|\d+M(?:\d+S)?|\d+H(?:\d+M(?:\d+S)?)?))$/.test(text);
}
