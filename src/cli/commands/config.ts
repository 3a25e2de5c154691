import { Command } from 'commander'
import type { CliContext } from '#cli/context'
import { renderTable } from '#cli/tables'
import { SETTINGS } from '#config'

export function configCommand(context: CliContext): Command {
  return new Command('config')
    .description('Show every setting, where it comes from and what it does.')
    .addHelpText('after', '\nExample:\n  headcount config')
    .action(() => {
      context.settings()
      const { environment } = context.terminal
      const rows = Object.values(SETTINGS).map((setting) => {
        const value = environment[setting.variable]?.trim() ?? ''
        const shown = value === '' ? setting.default : setting.isSecret ? '(set)' : value
        return [setting.variable, shown, value === '' ? 'default' : 'environment', setting.sentence]
      })
      context.terminal.out(
        `${renderTable([{ title: 'Variable' }, { title: 'Value' }, { title: 'From' }, { title: 'What it does' }], rows)}\n`,
      )
    })
}
