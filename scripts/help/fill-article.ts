/** The text of an article with its tables filled in; a table stands between `<!-- filled: name words -->` and `<!-- /filled -->`. */
import { FILLS } from './fills.ts'

const MARKED = /^<!-- filled: (\S+)(?: (.+))? -->\n[\s\S]*?^<!-- \/filled -->$/gm

export function fillArticle(path: string, text: string): string {
  return text.replace(MARKED, (block, name: string, words: string | undefined) => {
    const fill = FILLS[name]
    if (fill === undefined) throw new Error(`${path}: nothing fills “${name}”.`)
    return `${block.slice(0, block.indexOf('\n'))}\n\n${fill(words ?? '')}\n\n<!-- /filled -->`
  })
}
