/** What somebody who starts a server for the first time does next: there is no default password. */
export function firstOperatorNote(address: string): string {
  return [
    '',
    'Nobody can sign in yet. Make the first operator',
    '  headcount operator create   (on the embedded database, while the server is stopped)',
    `  or over HTTP, as ${address}/api/docs says of createFirstOperator`,
    '',
  ].join('\n')
}
