/**
 * A fault of a file as a whole. It knows no error code: the part that reads the file for somebody turns
 * it into the error that this somebody understands.
 */
export type FileFaultKind = 'unreadable' | 'encoding' | 'syntax' | 'columns'

export class FileFault extends Error {
  readonly kind: FileFaultKind
  /** Where it was found; absent for a file that could not be opened or has a wrong header. */
  readonly place: { readonly byte?: number; readonly line?: number }

  /** @param sentence what is wrong, as the end of a sentence that begins with the file's name */
  constructor(kind: FileFaultKind, sentence: string, place: { byte?: number; line?: number } = {}) {
    super(sentence)
    this.name = 'FileFault'
    this.kind = kind
    this.place = place
  }
}

const READABLE: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read by this user',
  EPERM: 'may not be read by this user',
  EISDIR: 'is a folder, not a file',
  ELOOP: 'is a link that points to itself',
}

/** The fault for an error of the file system; any other error is ours and is thrown on. */
export function unreadable(error: unknown): FileFault {
  if (!(error instanceof Error) || !('code' in error)) throw error
  const code = String(error.code)
  return new FileFault('unreadable', `${READABLE[code] ?? 'cannot be read'} (${code})`)
}
