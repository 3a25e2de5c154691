import { Command } from 'commander'
import type { CliContext } from '#cli/context'

export function mcpCommand(context: CliContext): Command {
  return new Command('mcp')
    .description(
      'Answer another program over the Model Context Protocol, on standard input and output; it can read and change nothing.',
    )
    .addHelpText(
      'after',
      '\nExample, in the configuration of a client:\n  { "mcpServers": { "headcount": { "command": "headcount", "args": ["mcp"] } } }',
    )
    .action(() => context.serveMcp(context.settings()))
}
