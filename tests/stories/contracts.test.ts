// A contract counts from its creation, included, until it is cancelled or ends, excluded, started or not.
import { describeStories } from './support/tell.ts'

describeStories('when a contract is there', {
  'a contract counts from the instant of its creation': `
    2026-03-05T10:00         ada  contract
    2026-03-05T09:59:59.999  count  nobody
    2026-03-05T10:00         count  ada:contract
    2026-03-05T10:00:00.001  count  ada:contract
  `,
  'a contract no longer counts from the instant of its cancellation': `
    2026-03-01               ada  contract
    2026-03-05T10:00         ada  contract cancelled
    2026-03-05T09:59:59.999  count  ada:contract
    2026-03-05T10:00         count  nobody
    2026-03-05T10:00         why    ada  contract.ended contract ended
    2026-03-05T10:00:00.001  count  nobody
  `,
  'a contract that is to end counts until then': `
    2026-03-01               ada  contract until 2026-06-01
    2026-05-31T23:59:59.999  count  ada:contract
    2026-06-01               count  nobody
  `,
  'a contract cancelled before it starts does not count from its cancellation': `
    2026-03-01  ada    contract starts 2026-06-01
    2026-04-01  ada    contract cancelled
    2026-03-31  count  ada:contract
    2026-04-01  count  nobody
    2026-06-02  count  nobody
  `,
  'a contract that ended at its creation was never there': `
    2026-03-01               ada  contract until 2026-03-01
    2026-02-28T23:59:59.999  count  nobody
    2026-03-01               count  nobody
    2026-03-01T00:00:00.001  count  nobody
  `,
  'a contract dated to end before its creation was never there': `
    2026-03-01  ada    contract until 2026-02-20
    2026-02-25  count  nobody
    2026-03-01  count  nobody
  `,
  'a contract counts although its start lies before its creation': `
    2026-03-05  ada    contract starts 2026-01-01
    2026-03-04  count  nobody
    2026-03-05  count  ada:contract
  `,
  'a contract counts in every window until it ends': `
    2026-01-15  ada    contract until 2026-03-10
    2026-02-01         platform-invoice
    2026-03-01         platform-invoice
    2026-04-01         platform-invoice
    2026-02-01  invoiced  ada:contract
    2026-03-01  invoiced  ada:contract
    2026-04-01  invoiced  nobody
    2026-03-09  count  ada:contract
  `,
  'a contract that ends at the very instant of the platform invoice is not on it': `
    2026-01-15  ada    contract until 2026-03-01
    2026-03-01         platform-invoice
    2026-03-01  invoiced  nobody
    2026-03-01  count  nobody
  `,
  'a contract that ends one millisecond after the platform invoice is on it': `
    2026-01-15  ada    contract until 2026-03-01T00:00:00.001
    2026-03-01         platform-invoice
    2026-03-01  invoiced  ada:contract
    2026-03-01  count  ada:contract
    2026-03-01T00:00:00.001  count  nobody
  `,
  'another contract that stands is enough': `
    2026-03-01  ada    contract
    2026-03-02  ada    contract
    2026-03-05  ada    contract cancelled
    2026-03-10  count  ada:contract
    2026-03-10  why    ada  contract.running counts; contract.ended contract ended
  `,
  'contracts at two locations count at both, each until its own end': `
    2020-01-01  loft   location
    2020-01-01  pier   location
    2026-03-01  ada    contract at loft
    2026-03-01  ada    contract at pier until 2026-03-08
    2026-03-05  count  ada@loft:contract ada@pier:contract
    2026-03-10  count  ada@loft:contract
    2026-03-10  why    ada at pier  contract.ended contract ended
  `,
})

describeStories('contracts that change between imports', {
  'an end that is told by a later import does not change the days before it': `
    2026-03-01  ada    contract
    2026-03-05         import
    2026-03-04  count  ada:contract
    2026-03-08  ada    contract cancelled
    2026-03-10         import
    2026-03-07  count  ada:contract
    2026-03-08  count  nobody
    2026-03-10  count  nobody
  `,
  'an end that is taken back before it comes leaves no gap': `
    2026-03-01  ada    contract until 2026-04-01
    2026-03-05         import
    2026-04-10  counted  nobody
    2026-03-08  ada    contract back
    2026-03-10         import
    2026-03-31  count  ada:contract
    2026-04-10  count  ada:contract
  `,
  'a contract that had ended and is back was away in between': `
    2026-03-01  ada    contract
    2026-03-05  ada    contract cancelled
    2026-03-10         import
    2026-03-04  count  ada:contract
    2026-03-07  count  nobody
    2026-03-12  ada    contract back
    2026-03-15         import
    2026-03-11T23:59:59.999  count  nobody
    2026-03-12  count  ada:contract
    2026-03-20  count  ada:contract
  `,
  'a contract can be cancelled, come back and be cancelled again': `
    2026-03-01  ada    contract
    2026-03-05  ada    contract cancelled
    2026-03-06         import
    2026-03-10  ada    contract back
    2026-03-11         import
    2026-03-20  ada    contract cancelled
    2026-03-21         import
    2026-03-25  ada    contract back
    2026-03-26         import
    2026-03-04  count  ada:contract
    2026-03-05  count  nobody
    2026-03-09  count  nobody
    2026-03-10  count  ada:contract
    2026-03-19  count  ada:contract
    2026-03-20  count  nobody
    2026-03-24  count  nobody
    2026-03-25  count  ada:contract
  `,
  'a contract made and cancelled between two imports counted in between': `
    2026-03-01  ada    customer
    2026-03-02         import
    2026-03-05  ada    contract
    2026-03-08  ada    contract cancelled
    2026-03-10         import
    2026-03-04  count  nobody
    2026-03-06  count  ada:contract
    2026-03-10  count  nobody
  `,
  'a pause that is told by a later import makes the contract frozen, and it counts as before': `
    2026-03-01  ada    contract
    2026-03-05         import
    2026-03-10  count  ada:contract
    2026-03-08  ada    contract frozen until 2026-04-01
    2026-03-12         import
    2026-03-10  why    ada  contract.frozen is disputable
  `,
})
