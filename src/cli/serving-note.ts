import type { Ready } from '#cli/context'
import type { Settings } from '#config'

/** What somebody who starts a server does next. There is no default password: he makes the first operator. */
export function servingNote({ address, needsFirstOperator }: Ready, { databaseUrl }: Settings): string {
  return [
    `Headcount listens at ${address} (Ctrl-C ends it)`,
    needsFirstOperator
      ? 'Open it in a browser to make the first operator: nobody can sign in yet.'
      : 'Open it in a browser to sign in.',
    `The API is described at ${address}/api/docs`,
    // an embedded database belongs to one process
    ...(databaseUrl === undefined
      ? ['Other headcount commands are refused until the server has ended.']
      : []),
    '',
  ].join('\n')
}
