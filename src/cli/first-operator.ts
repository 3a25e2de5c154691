/** What somebody who starts a server for the first time does next: there is no default password. */
export function firstOperatorNote(address: string): string {
  return [
    '',
    `Nobody can sign in yet. Open ${address} and make the first operator,`,
    'or run `headcount operator create` (on the embedded database, while the server is stopped).',
    '',
  ].join('\n')
}
