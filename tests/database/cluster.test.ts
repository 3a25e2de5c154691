/** On a Citus cluster: where tables stand, and that what is about one network runs on its node. */
import { expect, test } from 'vitest'
import { countStatement } from '#counting/active-users'
import { listStatement } from '#counting/list'
import { DEFAULT_RULE_SET } from '#counting/rules'
import { BY_NETWORK, ON_EVERY_NODE } from '#database/cluster-tables'
import { ENGINE_CASES, openTestDatabase } from '../support/engines.ts'

const FILTER = { sources: [], search: null, sort: 'name', order: 'asc', limit: 50, after: null } as const
const AS_OF = new Date('2024-03-10T00:00:00Z')

test.skipIf(!ENGINE_CASES.includes('citus'))(
  'a location and a page of its list are counted on one node of a cluster',
  async () => {
    const db = await openTestDatabase('citus')
    try {
      const tables = await db.query<{ name: string; type: string }>({
        text: 'select table_name::text as name, citus_table_type as type from citus_tables',
        values: [],
      })
      const ofType = (type: string) => tables.filter((table) => table.type === type).map(({ name }) => name)
      expect(ofType('distributed').sort()).toEqual([...BY_NETWORK].sort())
      expect(ofType('reference').sort()).toEqual([...ON_EVERY_NODE].sort())

      const scope = { networkId: 7, locationId: 3, asOf: AS_OF }
      const asked = [countStatement(scope, DEFAULT_RULE_SET), listStatement(scope, DEFAULT_RULE_SET, FILTER)]
      for (const { text, values } of asked) {
        const plan = await db.query<{ 'QUERY PLAN': string }>({ text: `explain ${text}`, values })
        const lines = plan.map((line) => line['QUERY PLAN'].trim())
        expect(lines).toContain('Task Count: 1')
        expect(lines.filter((line) => line.includes('Distributed Subplan'))).toEqual([])
      }
    } finally {
      await db.close()
    }
  },
)
