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
  const isDemo = networks.every((network) => network.name.includes('synthetic'))
  if (networks.length === 0) await makeDemo(headcount, terminal, settings)
  const count = await headcount.count()
  terminal.out(`${printCount(count)}\n`)
  const [first] = count.locations
  if (first === undefined) return
  terminal.out(
    `${printList(await headcount.list({ location: String(first.locationId), network: String(first.networkId), limit: SHOWN_USERS }))}\n`,
  )
  terminal.out(isDemo ? nextForDemo(first.name, settings) : nextFor(first.locationId))
}

async function makeDemo(headcount: Headcount, terminal: Terminal, settings: Settings): Promise<void> {
  const place = settings.databaseUrl === undefined ? ` in ${settings.dataDir}` : ''
  terminal.out(`No records yet${place}: making a synthetic demo network. Everybody in it is invented.\n\n`)
  const bar = await importBar(terminal)
  const report = await headcount.makeDemo({}, { onProgress: bar.onProgress })
  bar.done(`Made ${report.network.name}`)
}

const FROM_A_CLONE = 'From a clone, `npx headcount …` or `node dist/main.js …` runs the command.\n'

function nextForDemo(location: string, settings: Settings): string {
  const replacing =
    settings.databaseUrl === undefined
      ? `Replace the demo with real records: remove the folder ${settings.dataDir}, then\n`
      : 'Bring in real records:\n'
  return [
    'Everybody shown is synthetic. Try next:',
    `  headcount list --location "${location}" --source booking`,
    `  headcount explain "Kit Moss" --location "${location}"`,
    '  headcount rules',
    `${replacing}  headcount import nexudus FOLDER      (or: headcount import csv FOLDER --network NAME)`,
    FROM_A_CLONE,
  ].join('\n')
}

function nextFor(locationId: number): string {
  return [
    'Try next:',
    `  headcount list --location ${locationId} --source booking`,
    '  headcount rules',
    FROM_A_CLONE,
  ].join('\n')
}
