/** The version of this package; a test keeps it equal to package.json, which a bundle could not find at run time. */
export const version = "0.1.0";
