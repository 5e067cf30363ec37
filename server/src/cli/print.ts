/** Writes to standard output and waits: ending the process before would cut off what a pipe has not taken yet. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
