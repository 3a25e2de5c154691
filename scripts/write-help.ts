/**
 * Fills the tables of the articles from the rules and the stories; with --check, fails when one is stale.
 * A table stands between `<!-- filled: name words -->` and `<!-- /filled -->`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { FILLS } from './help/fills.ts'
import { writeOrCheck } from './write-or-check.ts'

const MARKED = /^<!-- filled: (\S+)(?: (.+))? -->\n[\s\S]*?^<!-- \/filled -->$/gm

for (const name of readdirSync('help').filter((file) => file.endsWith('.md'))) {
  const path = `help/${name}`
  writeOrCheck(path, filled(path, readFileSync(path, 'utf8')))
}

function filled(path: string, text: string): string {
  return text.replace(MARKED, (block, name: string, words: string | undefined) => {
    const fill = FILLS[name]
    if (fill === undefined) throw new Error(`${path}: nothing fills “${name}”.`)
    return `${block.slice(0, block.indexOf('\n'))}\n\n${fill(words ?? '')}\n\n<!-- /filled -->`
  })
}
