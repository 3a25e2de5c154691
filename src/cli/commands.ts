/** The commands: each reads its arguments, calls one verb and prints the result. */
import { Command } from 'commander'
import { readChoice, readInstant, readSource, readWhole } from '#cli/arguments'
import { printCount } from '#cli/print-count'
import { printExplanation } from '#cli/print-explanation'
import { listAsCsv, printList } from '#cli/print-list'
import { printReport } from '#cli/print-report'
import { printRules } from '#cli/print-rules'
import { importBar } from '#cli/progress'
import { start } from '#cli/start'
import { figure, renderTable } from '#cli/tables'
import type { Terminal } from '#cli/terminal'
import { SETTINGS, type Settings } from '#config'
import { SORTS } from '#counting/active-users'
import { HeadcountError } from '#errors'
import { MOST_ROWS } from '#services/active-users/list'
import type { Headcount } from '#services/headcount'
import type { ImportOptions } from '#services/imports/import-records'
import type { ImportReport } from '#services/imports/report'

export interface CliContext {
  readonly terminal: Terminal
  readonly settings: () => Settings
  readonly open: (settings: Settings) => Promise<Headcount>
}

const LIST_FORMATS = ['table', 'json', 'csv'] as const
const EXIT_UNHEALTHY = 1

/** The whole program as commander knows it. `exit` is told a code other than 0 that is no error. */
export function makeProgram(context: CliContext, exit: (code: number) => void): Command {
  const program = new Command('headcount')
    .description('Who counts as an active user at each location, why, and the evidence for it.')
    .configureOutput({ writeOut: context.terminal.out, writeErr: context.terminal.err })
    .exitOverride()
    .showSuggestionAfterError()
    .addHelpText('after', '\nExample:\n  headcount import nexudus ./export && headcount count')
  const commands = [
    startCommand,
    importCommand,
    demoCommand,
    countCommand,
    listCommand,
    explainCommand,
    rulesCommand,
    (of: CliContext) => doctorCommand(of, exit),
    configCommand,
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

async function withHeadcount<T>(context: CliContext, work: (headcount: Headcount) => Promise<T>): Promise<T> {
  const headcount = await context.open(context.settings())
  try {
    return await work(headcount)
  } finally {
    await headcount.close()
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** Of the options given, those that have a value; none is passed on as undefined. */
function given<T extends Record<string, unknown>>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

function startCommand(context: CliContext): Command {
  return new Command('start')
    .description('Open the database, make a synthetic demo network where it is empty, and show who counts.')
    .addHelpText('after', '\nExample:\n  headcount start')
    .action(() =>
      withHeadcount(context, (headcount) => start(headcount, context.terminal, context.settings())),
    )
}

function importCommand(context: CliContext): Command {
  const parent = new Command('import')
    .description('Bring in the records of a network.')
    .addHelpText('after', '\nExample:\n  headcount import nexudus ./export --network "Harbour Group"')
  parent.addCommand(
    importing(new Command('nexudus'), context, (headcount, folder, options) =>
      headcount.importNexudus(folder, options),
    )
      .description('Import a Nexudus export directory: one JSON file for each kind of record.')
      .addHelpText('after', '\nExample:\n  headcount import nexudus ./export'),
  )
  parent.addCommand(csvCommand(context))
  return parent
}

function csvCommand(context: CliContext): Command {
  const importFolder = (headcount: Headcount, folder: string, options: ImportOptions) =>
    headcount.importCsv(folder, options)
  return importing(new Command('csv'), context, importFolder, async (folder) => {
    const { writeCsvTemplates } = await import('#services/imports/csv-templates')
    const files = await writeCsvTemplates(folder)
    context.terminal.out(
      `Wrote ${files.join(', ')} into ${folder}.\nFill them in, then: headcount import csv ${folder} --network NAME\n`,
    )
  })
    .description('Import a folder of CSV files, or write empty ones to fill in with --template.')
    .option('--template', 'write a template for each kind of record into the folder instead of importing')
    .addHelpText(
      'after',
      '\nExamples:\n  headcount import csv ./records --template\n  headcount import csv ./records --network "Harbour Group"',
    )
}

interface ImportFlags {
  readonly network?: string
  readonly json?: true
  readonly template?: true
}

function importing(
  command: Command,
  context: CliContext,
  importFolder: (headcount: Headcount, folder: string, options: ImportOptions) => Promise<ImportReport>,
  writeTemplates?: (folder: string) => Promise<void>,
): Command {
  return command
    .argument('<folder>', 'folder that holds the files')
    .option('--network <name>', 'network to import into; default: the one that the files tell')
    .option('--json', 'print the report as JSON')
    .action(async (folder: string, flags: ImportFlags) => {
      if (flags.template && writeTemplates !== undefined) return writeTemplates(folder)
      await withHeadcount(context, (headcount) =>
        runImport(context, flags.json, (options) =>
          importFolder(headcount, folder, { ...options, ...given({ networkName: flags.network }) }),
        ),
      )
    })
}

async function runImport(
  { terminal }: CliContext,
  asJson: true | undefined,
  run: (options: ImportOptions) => Promise<ImportReport>,
): Promise<void> {
  const bar = importBar(terminal)
  try {
    const report = await run({ onProgress: bar.onProgress })
    bar.done(report.hasChanges ? 'Imported' : 'Nothing changed')
    terminal.out(asJson ? json(report) : printReport(report))
  } catch (error) {
    bar.failed('Nothing was imported')
    throw error
  }
}

function demoCommand(context: CliContext): Command {
  return new Command('demo')
    .description('Make a synthetic network: believable, invented, the same for the same seed.')
    .option('--locations <n>', 'how many locations', (text) => readWhole('--locations', text, 1, 5000))
    .option('--customers <n>', 'how many customers', (text) => readWhole('--customers', text, 1, 10_000_000))
    .option('--seed <s>', 'any whole number', (text) =>
      readWhole('--seed', text, -2_147_483_648, 2_147_483_647),
    )
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  headcount demo --locations 5 --customers 1000 --seed 7')
    .action(
      ({
        json: asJson,
        ...request
      }: {
        locations?: number
        customers?: number
        seed?: number
        json?: true
      }) =>
        withHeadcount(context, (headcount) =>
          runImport(context, asJson, (options) => headcount.makeDemo(request, options)),
        ),
    )
}

function countCommand(context: CliContext): Command {
  return new Command('count')
    .description('Count the active users of each location, by source.')
    .option('--network <n>', 'one network: id, external id or exact name')
    .option('--location <l>', 'one location: id, external id or exact name')
    .option('--as-of <instant>', 'count as of this instant; default now', readInstant)
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nExample:\n  headcount count --location "Harbour Loft" --as-of 2026-11-20T12:00:00Z',
    )
    .action((flags: { network?: string; location?: string; asOf?: Date; json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const { json: asJson, ...options } = flags
        const count = await headcount.count(options)
        if (asJson) return context.terminal.out(json(count))
        if (count.locations.length === 0) {
          throw new HeadcountError('NO_DATA', 'There are no locations here yet.')
        }
        context.terminal.out(printCount(count))
      }),
    )
}

interface ListFlags {
  readonly location: string
  readonly network?: string
  readonly source?: readonly string[]
  readonly search?: string
  readonly sort?: string
  readonly asOf?: Date
  readonly limit?: number
  readonly cursor?: string
  readonly format?: string
  readonly json?: true
}

function listCommand(context: CliContext): Command {
  return new Command('list')
    .description('List the active users of a location with their sources.')
    .requiredOption('--location <l>', 'id, external id or exact name')
    .option('--network <n>', 'the network of the location, where the name is in several')
    .option('--source <s...>', 'only customers with at least one of these sources')
    .option('--search <text>', 'only names, e-mails or companies that contain this')
    .option('--sort <order>', `${SORTS.join(', ')}; default name`)
    .option('--as-of <instant>', 'as of this instant; default now', readInstant)
    .option('--limit <n>', 'rows a page; default 50', (text) => readWhole('--limit', text, 1, MOST_ROWS))
    .option('--cursor <c>', 'the page after, as the page before says')
    .option('--format <format>', `${LIST_FORMATS.join(', ')}; default table`)
    .option('--json', 'the same as --format json')
    .addHelpText(
      'after',
      '\nExample:\n  headcount list --location "Harbour Loft" --source booking --search quill --format csv',
    )
    .action((flags: ListFlags) =>
      withHeadcount(context, async (headcount) => {
        const { source, sort, format, json: asJson, ...options } = flags
        const shape = asJson
          ? 'json'
          : format === undefined
            ? 'table'
            : readChoice('--format', format, LIST_FORMATS)
        const page = await headcount.list({
          ...options,
          ...given({
            sources: source?.map(readSource),
            sort: sort === undefined ? undefined : readChoice('--sort', sort, SORTS),
          }),
        })
        const print = { table: printList, csv: listAsCsv, json }
        context.terminal.out(print[shape](page))
        if (shape === 'csv' && page.nextCursor !== null)
          context.terminal.err(`More: --cursor ${page.nextCursor}\n`)
      }),
    )
}

function explainCommand(context: CliContext): Command {
  return new Command('explain')
    .description('Show all evidence for and against one customer at one location.')
    .argument('<customer>', 'id, external id or exact name')
    .requiredOption('--location <l>', 'id, external id or exact name')
    .option('--network <n>', 'the network of the location, where the name is in several')
    .option('--as-of <instant>', 'as of this instant; default now', readInstant)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount explain "Kit Moss" --location "Harbour Loft"')
    .action((customer: string, flags: { location: string; network?: string; asOf?: Date; json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const { json: asJson, ...options } = flags
        const explanation = await headcount.explain({ customer, ...options })
        context.terminal.out(asJson ? json(explanation) : printExplanation(explanation))
      }),
    )
}

function rulesCommand({ terminal }: CliContext): Command {
  return new Command('rules')
    .description('Show the rule: the five sources and which kinds of evidence count.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount rules')
    .action(async (flags: { json?: true }) => {
      const { DEFAULT_RULE_SET, SOURCE_RULES } = await import('#counting/rules')
      const rules = { ruleSet: DEFAULT_RULE_SET, sources: SOURCE_RULES }
      terminal.out(flags.json ? json(rules) : printRules(rules))
    })
}

function doctorCommand(context: CliContext, exit: (code: number) => void): Command {
  return new Command('doctor')
    .description('Compare the live schema with the expected one and check the invariants of the data.')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount doctor')
    .action((flags: { json?: true }) =>
      withHeadcount(context, async (headcount) => {
        const diagnosis = await headcount.doctor()
        if (!diagnosis.isHealthy) exit(EXIT_UNHEALTHY)
        if (flags.json) return context.terminal.out(json(diagnosis))
        const findings = [
          ...diagnosis.schema,
          ...diagnosis.invariants.map(
            (finding) => `Does not hold (${figure(finding.rows)} rows): ${finding.sentence}`,
          ),
        ]
        context.terminal.out(
          diagnosis.isHealthy
            ? `Healthy: the schema on ${diagnosis.engine} is as expected and every invariant holds.\n`
            : `${findings.join('\n')}\n`,
        )
      }),
    )
}

function configCommand(context: CliContext): Command {
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
