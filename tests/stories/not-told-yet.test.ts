// Stories that the product does not tell yet: each of them fails here, and this file says so when one no longer does.
import { describeStoriesToCome } from './support/tell.ts'

describeStoriesToCome('teams that come between imports', {
  'a team that is first seen by a later import counts from its last change': `
    2026-03-01  ana    contract
    2026-03-01  ben    customer
    2026-03-05         import
    2026-03-04  count  ana:contract
    2026-03-08  north  team of ana, ben paid by ana
    2026-03-10         import
    2026-03-07T23:59:59.999  count  ana:contract
    2026-03-08  count  ana:contract ben:team
  `,
  'a team without a date that is first seen by a later import counts from then': `
    2026-03-01  ana    contract
    2026-03-01  ben    customer
    2026-03-05         import
    2026-03-04  count  ana:contract
    2026-03-08  north  team of ana, ben paid by ana undated
    2026-03-10         import
    2026-03-09  count  ana:contract
    2026-03-10  count  ana:contract ben:team
  `,
})
