/** Remembers what is made of texts: of those that come again and again, such as media types. Of many it forgets what it knew. */
export function remembered<Value>(make: (text: string) => Value, most = 500): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const ready = known.get(text);
    if (ready !== undefined) return ready.value;
    if (known.size >= most) known.clear();
    const value = make(text);
    known.set(text, { value });
    return value;
  };
}
