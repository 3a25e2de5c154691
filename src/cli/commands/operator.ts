import { Command } from 'commander'
import { readChoice } from '#cli/arguments'
import { askPassword } from '#cli/ask-password'
import { type CliContext, json, withOperators } from '#cli/context'
import { renderTable } from '#cli/tables'

interface CreateFlags {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly role: string
  readonly passwordStdin?: true
  readonly json?: true
}

export function operatorCommand(context: CliContext): Command {
  const parent = new Command('operator')
    .description('The people who sign in.')
    .addHelpText(
      'after',
      '\nExample:\n  headcount operator create --email ana@example.com --first-name Ana --last-name Ruiz',
    )
  parent.addCommand(createCommand(context))
  parent.addCommand(listCommand(context))
  return parent
}

/** Other roles belong to a network and are given by invitation, on the pages of the server. */
const ROLES_HERE = ['platform'] as const

function createCommand(context: CliContext): Command {
  return new Command('create')
    .description('Make an operator with the platform role; asks for the password.')
    .requiredOption('--email <e>', 'e-mail to sign in with')
    .requiredOption('--first-name <f>', 'at least 2 letters')
    .requiredOption('--last-name <l>', 'at least 1 letter')
    .option('--role <r>', ROLES_HERE.join(', '), 'platform')
    .option('--password-stdin', 'read the password from the standard input')
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  headcount operator create --email ana@example.com --first-name Ana --last-name Ruiz',
    )
    .action(async ({ passwordStdin, json: asJson, role, ...account }: CreateFlags) => {
      readChoice('--role', role, ROLES_HERE)
      const settings = context.settings()
      const password = await askPassword(passwordStdin === true)
      await withOperators(context, settings, async (operators) => {
        const made = await operators.createPlatformOperator({ ...account, password })
        context.terminal.out(
          asJson ? json(made) : `Made the operator ${account.email}, with the platform role.\n`,
        )
      })
    })
}

function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('List the operators and their roles.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount operator list')
    .action((flags: { json?: true }) =>
      withOperators(context, context.settings(), async (verbs) => {
        const operators = await verbs.listOperators()
        if (flags.json) return context.terminal.out(json({ operators }))
        const rows = operators.map((operator) => [
          operator.email,
          `${operator.firstName} ${operator.lastName}`,
          [
            ...(operator.isPlatform ? ['platform'] : []),
            ...operator.roles.map(({ role, networkId }) => `${role} of network ${networkId}`),
          ].join(', '),
          operator.hasSecondFactor ? 'on' : 'off',
          operator.isDisabled ? 'disabled' : '',
        ])
        const titles = ['E-mail', 'Name', 'Roles', 'Second factor', '']
        context.terminal.out(
          operators.length === 0
            ? 'There are no operators yet: headcount operator create\n'
            : `${renderTable(
                titles.map((title) => ({ title })),
                rows,
              )}\n`,
        )
      }),
    )
}
