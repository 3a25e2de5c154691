/** What somebody who starts a server for the first time does next: there is no default password. */
export function firstOperatorNote(address: string): string {
  return [
    '',
    'Nobody can sign in yet. Make the first operator',
    `  at ${address}/first-operator`,
    '  or, while the server is stopped or on a PostgreSQL server: headcount operator create',
    '',
  ].join('\n')
}
