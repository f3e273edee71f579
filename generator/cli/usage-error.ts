/** The command line, or the config, is wrong, and what to do about it. Thrown anywhere in cli/, and told by main with exit code 2. */
export class UsageError extends Error {
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.help = help;
  }
}
