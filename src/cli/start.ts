/** The first command: something to look at within seconds, and how to replace it with real records. */
import { printCount } from '#cli/print-count'
import { printList } from '#cli/print-list'
import { importBar } from '#cli/progress'
import type { Terminal } from '#cli/terminal'
import type { Settings } from '#config'
import type { Headcount } from '#services/headcount'

const SHOWN_USERS = 12

export async function start(headcount: Headcount, terminal: Terminal, settings: Settings): Promise<void> {
  const networks = await headcount.networks()
  if (networks.length === 0) {
    terminal.out(
      `No records yet${settings.databaseUrl === undefined ? ` in ${settings.dataDir}` : ''}: making a synthetic demo network. Everybody in it is invented.\n\n`,
    )
    const bar = importBar(terminal)
    const report = await headcount.makeDemo({}, { onProgress: bar.onProgress })
    bar.done(`Made ${report.network.name}`)
  }
  const count = await headcount.count()
  terminal.out(`${printCount(count)}\n`)
  const [first] = count.locations
  if (first === undefined) return
  terminal.out(
    `${printList(await headcount.list({ location: String(first.locationId), network: String(first.networkId), limit: SHOWN_USERS }))}\n`,
  )
  const replacing =
    settings.databaseUrl === undefined
      ? `Replace the demo with real records: remove the folder ${settings.dataDir}, then\n`
      : 'Bring in real records:\n'
  terminal.out(
    [
      'Try next:',
      `  headcount list --location "${first.name}" --source booking`,
      `  headcount explain "Kit Moss" --location "${first.name}"`,
      '  headcount rules',
      `${replacing}  headcount import nexudus FOLDER      (or: headcount import csv FOLDER --network NAME)`,
      'From a clone, `npx headcount …` or `node dist/main.js …` runs the command.',
      '',
    ].join('\n'),
  )
}
