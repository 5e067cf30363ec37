const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'you are not allowed to. Ask for access, or choose another place',
  EPERM: 'you are not allowed to. Ask for access, or choose another place',
  EROFS: 'nothing can be written there. Choose another place',
  EISDIR: 'there is a folder of that name. Choose another name',
  ENOTDIR: 'part of its path is a file and no folder',
  ENOSPC: 'the disk is full',
  ELOOP: 'it is a link that leads back to itself',
  ENAMETOOLONG: 'its name is too long',
};

/** Why the system refused a file, in plain words. */
export function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? `the system says “${error instanceof Error ? error.message : String(error)}”`;
}

/** Whether an error only says that nobody reads the output any more, as behind `| head`. */
export function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}
