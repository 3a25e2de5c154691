/** The whole program as commander knows it. */
import { Command } from 'commander'
import { askCommand } from '#cli/commands/ask'
import { auditCommand } from '#cli/commands/audit'
import { billCommand } from '#cli/commands/bill'
import { configCommand } from '#cli/commands/config'
import { connectionCommand } from '#cli/commands/connection'
import { countCommand } from '#cli/commands/count'
import { demoCommand } from '#cli/commands/demo'
import { doctorCommand } from '#cli/commands/doctor'
import { explainCommand } from '#cli/commands/explain'
import { forecastCommand } from '#cli/commands/forecast'
import { historyCommand } from '#cli/commands/history'
import { importCommand } from '#cli/commands/import'
import { invoiceCommand } from '#cli/commands/invoice'
import { issueCommand } from '#cli/commands/issue'
import { listCommand } from '#cli/commands/list'
import { mcpCommand } from '#cli/commands/mcp'
import { operatorCommand } from '#cli/commands/operator'
import { priceCommand } from '#cli/commands/price'
import { pricePlanCommand } from '#cli/commands/price-plan'
import { reconcileCommand } from '#cli/commands/reconcile'
import { rulesCommand } from '#cli/commands/rules'
import { serveCommand } from '#cli/commands/serve'
import { startCommand } from '#cli/commands/start'
import { pullCommand, syncCommand } from '#cli/commands/sync'
import { verifyCommand } from '#cli/commands/verify'
import type { CliContext } from '#cli/context'

/** @param exit is told a code other than 0 that is no error */
export function makeProgram(context: CliContext, exit: (code: number) => void): Command {
  const program = new Command('headcount')
    .description('Who counts as an active user at each location, why, and the evidence for it.')
    .configureOutput({
      writeOut: context.terminal.out,
      writeErr: context.terminal.err,
      // told by report-error.ts, as text or as JSON
      outputError: () => undefined,
    })
    .exitOverride()
    .version(context.version, '-V, --version', 'print the version')
    .showSuggestionAfterError()
    .addHelpText('after', '\nExample:\n  headcount import nexudus ./export && headcount count')
  const commands = [
    startCommand,
    serveCommand,
    importCommand,
    connectionCommand,
    (of: CliContext) => syncCommand(of, exit),
    pullCommand,
    demoCommand,
    countCommand,
    historyCommand,
    listCommand,
    explainCommand,
    rulesCommand,
    askCommand,
    priceCommand,
    pricePlanCommand,
    issueCommand,
    invoiceCommand,
    billCommand,
    reconcileCommand,
    forecastCommand,
    (of: CliContext) => verifyCommand(of, exit),
    operatorCommand,
    (of: CliContext) => auditCommand(of, exit),
    (of: CliContext) => doctorCommand(of, exit),
    configCommand,
    mcpCommand,
  ]
  for (const make of commands) program.addCommand(inherit(make(context), program))
  return program
}

/** Commander does not hand these down to commands that are made by themselves. */
function inherit(command: Command, parent: Command): Command {
  command.copyInheritedSettings(parent)
  for (const child of command.commands) inherit(child, parent)
  return command
}
