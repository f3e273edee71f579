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
  // Whether rows are left out shows only beside another request, which may be answered from elsewhere.
  "params: of several statuses the first counts",
  // A 404 may say that there is no such thing.
  "params: a slash in a path parts it",
  // To many, an empty text is nothing, and 1 is true: what is text only has no grammar for them.
  "negative: an empty tag to filter by is accepted",
  "negative: an empty day in a span is accepted",
  "negative: an empty remark is accepted",
  "negative: 1 is true",
  // The validator of that server refuses it for another reason.
  "negative: a hazard without its number is accepted",
  // The document has no HEAD there.
  "protocol: HEAD is not understood",
  // Of a picture, the document says nothing but its type.
  "protocol: a label is empty",
  "protocol: a label is a page",
  // Many keep lists as sets, leave out what counts where nothing is said, take off blanks, and write names in their own way.
  "stateful: tags are sorted",
  "stateful: no value is no value",
  "stateful: false is forgotten",
  "stateful: spaces at the ends are cut off",
  "semantic: a city is in capitals",
  "stateful: tags that are changed are added",
  "stateful: members of any name are lost",
  "pagination: the link forgets who is active",
  // Tags are often names of something else, and a filter by one may be a search.
  "semantic: tags are not looked at",
  "semantic: weights are sorted as texts",
  // False may mean all.
  "semantic: who is not active is not filtered",
  // What a list of objects has to do with a list of numbers, nothing says.
  "semantic: slots are told in another order",
  "semantic: only the first slot is told",
]);
