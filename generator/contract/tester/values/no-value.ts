/** Nothing could be made that fits: there is nothing, nothing that ends, or nothing that was found. */
export class NoValue extends Error {}
