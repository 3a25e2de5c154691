import { Command } from 'commander'
import { readChoice } from '#cli/arguments'
import { askSecret } from '#cli/ask-secret'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { renderTable } from '#cli/tables'
import { given } from '#lib/given'
import { ACCOUNT_KINDS } from '#services/connections/kinds'

export interface AccountFlags {
  readonly email: string
  readonly kind: string
  readonly baseUrl?: string
  readonly code?: string
  readonly passwordStdin?: true
}

/** The options that name an account; its password is asked for, and never an argument that others can read. */
export function accountOptions(command: Command): Command {
  return command
    .option('--kind <k>', ACCOUNT_KINDS.join(', '), 'password')
    .option('--base-url <u>', 'address of its API; default the public one')
    .option('--code <c>', 'of the second factor')
    .option('--password-stdin', 'read the password from the standard input')
}

export async function readAccount({ email, kind, passwordStdin, ...rest }: AccountFlags) {
  return {
    ...given({ baseUrl: rest.baseUrl, code: rest.code }),
    email,
    kind: readChoice('--kind', kind, ACCOUNT_KINDS),
    password: await askSecret('Password of the account', passwordStdin === true),
  }
}

export function connectionCommand(context: CliContext): Command {
  const parent = new Command('connection')
    .description('Accounts that Headcount reads by itself.')
    .addHelpText('after', '\nExample:\n  headcount connection add --email owner@example.com')
  for (const make of [
    checkCommand,
    addCommand,
    listCommand,
    switchCommand,
    secretCommand,
    hooksCommand,
    removeCommand,
  ]) {
    parent.addCommand(make(context))
  }
  return parent
}

function checkCommand(context: CliContext): Command {
  return accountOptions(new Command('check').requiredOption('--email <e>', 'e-mail to sign in with'))
    .description('Tell what an account shows; nothing of it is kept.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount connection check --email owner@example.com')
    .action(async ({ json: asJson, ...flags }: AccountFlags & { json?: true }) => {
      const account = await readAccount(flags)
      await withHeadcount(context, async (headcount) => {
        const found = await headcount.checkAccount(account)
        if (asJson) return context.terminal.out(json(found))
        context.terminal.out(
          `${[`This is ${found.network}: ${found.locations.length} locations.`, ...lacking(found.missing)].join('\n')}\n`,
        )
      })
    })
}

function lacking(missing: readonly { readonly roles: readonly string[] }[]): string[] {
  if (missing.length === 0) return []
  const roles = missing.flatMap((one) => one.roles).join(', ')
  return [`It may not read everything; these roles are missing: ${roles}.`]
}

function addCommand(context: CliContext): Command {
  return accountOptions(new Command('add').requiredOption('--email <e>', 'e-mail to sign in with'))
    .description('Connect an account; asks for its password.')
    .option('--network <name>', 'a name for the network; default the one that the account tells')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount connection add --email owner@example.com --code 123456')
    .action(async ({ network, json: asJson, ...flags }: AccountFlags & { network?: string; json?: true }) => {
      const account = await readAccount(flags)
      await withHeadcount(context, async (headcount) => {
        const made = await headcount.connectAccount({ ...account, ...given({ networkName: network }) })
        if (asJson) return context.terminal.out(json(made))
        context.terminal.out(
          [
            `Connected ${made.network} as connection ${made.connectionId}: ${made.locations.length} locations.`,
            ...lacking(made.check.missing),
            `Next: headcount sync ${made.connectionId}\n`,
          ].join('\n'),
        )
      })
    })
}

function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('List the connections.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount connection list')
    .action((flags: { json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const connections = await headcount.connections()
        if (flags.json) return context.terminal.out(json({ connections }))
        if (connections.length === 0)
          return context.terminal.out('There are no connections yet: headcount connection add\n')
        const titles = ['Number', 'Network', 'Account', 'Locations', 'Synced'].map((title) => ({ title }))
        const rows = connections.map((one) => [
          String(one.connectionId),
          one.network,
          one.account,
          `${one.locations.filter(({ isOn }) => isOn).length} of ${one.locations.length}`,
          one.syncedAt ?? 'never',
        ])
        context.terminal.out(`${renderTable(titles, rows)}\n`)
      }),
    )
}

function switchCommand(context: CliContext): Command {
  return new Command('switch')
    .description('Switch a location of a connection on or off.')
    .argument('<connection>', 'number', Number)
    .argument('<location>', 'external id')
    .argument('<on-or-off>')
    .addHelpText('after', '\nExample:\n  headcount connection switch 1 501 off')
    .action((connection: number, location: string, state: string) =>
      withHeadcount(context, async (headcount) => {
        const isOn = readChoice('on-or-off', state, ['on', 'off']) === 'on'
        await headcount.switchLocation({ connection, location, isOn })
        context.terminal.out(`Location ${location} is ${state}.\n`)
      }),
    )
}

function secretCommand(context: CliContext): Command {
  return new Command('secret')
    .description('Enter the secret that signs the webhooks of a connection; asks for it.')
    .argument('<connection>', 'number', Number)
    .option('--secret-stdin', 'read it from the standard input')
    .addHelpText('after', '\nExample:\n  headcount connection secret 1')
    .action(async (connection: number, flags: { secretStdin?: true }) => {
      const webhookSecret = await askSecret(
        'Secret of the webhooks',
        flags.secretStdin === true,
        '--secret-stdin',
      )
      await withHeadcount(context, async (headcount) => {
        await headcount.changeConnection({ connection, webhookSecret })
        context.terminal.out(
          `The secret of connection ${connection} is ${webhookSecret === '' ? 'gone' : 'kept'}.\n`,
        )
      })
    })
}

function hooksCommand(context: CliContext): Command {
  return new Command('hooks')
    .description('Show which webhooks are missing or off, and register them with --apply.')
    .argument('<connection>', 'number', Number)
    .requiredOption('--url <u>', 'address under which the account reaches this server')
    .option('--apply', 'do it')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount connection hooks 1 --url https://headcount.example.com')
    .action((connection: number, flags: { url: string; apply?: true; json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const apply = flags.apply === true
        const steps = await headcount.registerHooks({ connection, publicUrl: flags.url, apply })
        if (flags.json) return context.terminal.out(json({ steps }))
        const rows = steps
          .filter(({ step }) => step !== 'keep')
          .map((one) => [one.step, one.location, one.action, one.url])
        if (rows.length === 0) return context.terminal.out('All webhooks are registered and on.\n')
        const titles = ['Step', 'Location', 'Action', 'Address'].map((title) => ({ title }))
        context.terminal.out(
          `${renderTable(titles, rows)}\n${apply ? 'Done.' : 'Nothing was done: add --apply.'}\n`,
        )
      }),
    )
}

function removeCommand(context: CliContext): Command {
  return new Command('remove')
    .description('End a connection; what it brought in stays.')
    .argument('<connection>', 'number', Number)
    .addHelpText('after', '\nExample:\n  headcount connection remove 1')
    .action((connection: number) =>
      withHeadcount(context, async (headcount) => {
        await headcount.disconnect(connection)
        context.terminal.out(`Connection ${connection} is gone.\n`)
      }),
    )
}
