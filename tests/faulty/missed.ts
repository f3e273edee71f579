/** Faulty servers that are not found yet: `kind: name`. One that is found is to leave this list. */
export const missed: ReadonlySet<string> = new Set([
  "params: the last of several lines is forgotten",
  // Many leave out what is empty.
  "stateful: an empty list is lost",
  // Capitals are no difference to many.
  "params: a text is in small letters",
  "stateful: a reference is in capitals",
  "stateful: titles are in small letters",
  "semantic: customers of a list are in capitals",
  // What is empty, zero or null may be left out, told as none, or filled in.
  "boundary: an empty note is none",
  "boundary: a balance of nothing is lost",
  "stateful: no note is an empty one",
  "stateful: a passport of nothing is one of zeros",
  // Rates may be those of the last day that had any.
  "params: the day is always today",
  // A server need not have HEAD where the document does not.
  "protocol: HEAD is not known",
  // With 202, what Location leads to may be there later.
  "stateful: Location leads to where nothing is",
  // Only words say so.
  "stateful: a booking can be cancelled twice",
  "stateful: several customers come back in another order",
  "semantic: fields are not looked at",
  "semantic: to expand is not looked at",
  // A text of a path may be another name of the same thing.
  "semantic: a passenger is of another booking",
  // Names have no order that all agree on.
  "semantic: each page is sorted by itself",
  // Nothing sends what only an answer should say.
  "negative: an id that is sent is kept",
  "negative: a time of creation that is sent is kept",
  // Nobody looks for each of several things that are created at once, and lists in forms of parts are not compared.
  "stateful: of several customers, the first one is kept",
  "params: two labels become one",
]);
