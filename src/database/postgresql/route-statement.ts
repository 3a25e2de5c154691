/**
 * On a cluster, a statement about one network runs on that network's node as it is written, whatever it
 * does, if every table in it is limited to that network. A join that carries network_id along is not enough
 * where it leads into a subquery; so each table is limited here, by the number that the statement names.
 */
import { BY_NETWORK } from '#database/cluster-tables'
import type { Statement } from '#database/database'

const NAMED = /\bnetwork_id = (?:\$(\d+)::int\b(?!\[)|any \(\$(\d+)::int\[\]\))/g
const CLAUSES = [
  'where|on|join|left|right|full|inner|cross|natural|order|group|having|limit|offset|for|window|using|returning',
  'union|except|intersect',
].join('|')
/** A table that is read, with its name in the statement if it has one; not one that is written to. */
const READ = new RegExp(
  `\\b(?<!delete )(from|join|using)(\\s+)((?:public\\.)?(?:${BY_NETWORK.join('|')}))\\b(?!\\.)(?:\\s+(?:as\\s+)?(?!(?:${CLAUSES})\\b)([a-z_]+))?`,
  'g',
)

/** The statement with every table that it reads limited to its network; as it is where it names none, or several. */
export function routeStatement({ text, values }: Statement): Statement {
  const networks = new Set(
    [...text.matchAll(NAMED)].flatMap(([, one, list]) => valuesAt(values, one ?? list)),
  )
  const [network] = networks
  if (networks.size !== 1) return { text, values }
  let isRead = false
  const limited = text.replaceAll(
    READ,
    (_, word: string, space: string, table: string, alias = table.replace('public.', '')) => {
      isRead = true
      return `${word}${space}(select * from ${table} where network_id = $${values.length + 1}::int) ${alias}`
    },
  )
  return isRead ? { text: limited, values: [...values, network] } : { text, values }
}

function valuesAt(values: readonly unknown[], position: string | undefined): readonly unknown[] {
  const value = values[Number(position) - 1]
  return Array.isArray(value) ? value : [value]
}
