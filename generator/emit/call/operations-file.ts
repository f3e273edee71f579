/** The file that declares the operations and their types. */
export const operationsFile = "operations.ts";
