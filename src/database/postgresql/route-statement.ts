/**
 * On a cluster, a statement about one network runs on that network's node as it is written, whatever it
 * does, if every table in it is limited to that network. A join that carries network_id along is not enough
 * where it leads into a subquery; so each table is limited here, by the number that the statement names.
 */
import { BY_NETWORK } from '#database/cluster-tables'
import type { Statement } from '#database/database'

const NAMED = /\bnetwork_id = \$(\d+)::int\b(?!\[)/g
const TABLES = BY_NETWORK.join('|')
/** A table that is read, with its name in the statement if it has one; not one that is written to. */
const READ = new RegExp(
  `\\b(?<!delete )(from|join|using)(\\s+)((?:public\\.)?(?:${TABLES}))\\b(?!\\.)(?:\\s+(?:as\\s+)?(?!(?:${[
    'where|on|join|left|right|full|inner|cross|order|group|having|limit|offset|union|except|intersect',
    'for|window|using|natural|returning',
  ].join('|')})\\b)([a-z_]+))?`,
  'g',
)

/** The statement with every table that it reads limited to its network; as it is where it names none, or several. */
export function routeStatement({ text, values }: Statement): Statement {
  const named = [...text.matchAll(NAMED)].map(([, position]) => Number(position))
  const [first] = named
  if (first === undefined || named.some((position) => values[position - 1] !== values[first - 1])) {
    return { text, values }
  }
  return {
    text: text.replaceAll(
      READ,
      (_, word: string, space: string, table: string, alias: string | undefined) =>
        `${word}${space}(select * from ${table} where network_id = $${first}::int) ${alias ?? table.replace('public.', '')}`,
    ),
    values,
  }
}
