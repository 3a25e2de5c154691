// Suspension and archiving silence contracts and nothing else, from their own instant until they are lifted.
import { describeStories } from './support/tell.ts'

describeStories('suspended customers', {
  'a suspended customer with any other source does count': `
    2026-03-01  ana    contract
    2026-03-02  ana    suspended
    2026-03-03  ana    booking
    2026-03-10  count  ana:booking
    2026-03-10  why    ana  contract.running customer suspended; booking.made counts
  `,
  'a suspended customer counts by an invoice, by a sale and by a renewal': `
    2026-02-05  kit    product
    2026-03-01         platform-invoice
    2026-03-02  ana    suspended
    2026-03-02  ben    suspended
    2026-03-02  kit    suspended
    2026-03-03  ana    invoice
    2026-03-03  ben    product
    2026-03-10  count  ana:customer_invoice ben:recurring_product kit:recurring_product
  `,
  'a suspension holds from its own instant until before it is lifted': `
    2026-03-01               ana    contract
    2026-03-05T10:00         ana    suspended
    2026-03-08T10:00         ana    resumed
    2026-03-05T09:59:59.999  count  ana:contract
    2026-03-05T10:00         count  nobody
    2026-03-08T09:59:59.999  count  nobody
    2026-03-08T10:00         count  ana:contract
  `,
  'who was suspended before the first entry of the history was so at every earlier instant': `
    2026-02-01  ana    contract
    2026-03-05  ana    resumed
    2026-02-02  count  nobody
    2026-03-04  count  nobody
    2026-03-05  count  ana:contract
  `,
  'a suspension without any history holds at every instant': `
    2026-02-01  ana    contract
    2026-03-05  ana    suspended unrecorded
    2026-02-02  count  nobody
    2026-03-10  count  nobody
  `,
  'a customer who is suspended at the very instant of the platform invoice is not on it by his contract': `
    2026-02-01  ana    contract
    2026-03-01  ana    suspended
    2026-03-01         platform-invoice
    2026-02-28T23:59:59.999  count  ana:contract
    2026-03-01  invoiced  nobody
  `,
  'several suspensions hold each for its own time': `
    2026-01-01  ana    contract
    2026-02-01  ana    suspended
    2026-02-10  ana    resumed
    2026-03-01  ana    suspended
    2026-03-10  ana    resumed
    2026-01-15  count  ana:contract
    2026-02-05  count  nobody
    2026-02-15  count  ana:contract
    2026-03-05  count  nobody
    2026-03-15  count  ana:contract
  `,
  'a suspension silences the contracts of all locations': `
    2020-01-01  loft   location
    2020-01-01  pier   location
    2026-03-01  ana    contract at loft
    2026-03-01  ana    contract at pier
    2026-03-05  ana    suspended
    2026-03-06  ana    booking at pier
    2026-03-04  count  ana@loft:contract ana@pier:contract
    2026-03-10  count  ana@pier:booking
  `,
})

describeStories('archived customers', {
  'an archived customer is as silent as a suspended one': `
    2026-03-01               ana    contract
    2026-03-05               ana    archived
    2026-03-08               ana    restored
    2026-03-04T23:59:59.999  count  ana:contract
    2026-03-05               count  nobody
    2026-03-05               why    ana  contract.running customer suspended
    2026-03-07T23:59:59.999  count  nobody
    2026-03-08               count  ana:contract
  `,
  'an archived customer with any other source does count': `
    2026-03-01  ana    contract
    2026-03-02  ana    archived
    2026-03-03  ana    invoice
    2026-03-10  count  ana:customer_invoice
  `,
  'archived without any history means archived at every instant': `
    2026-03-01  ana    contract
    2026-03-05  ana    archived unrecorded
    2026-03-02  count  nobody
    2026-03-10  count  nobody
  `,
  'a customer who is resumed while archived stays silent': `
    2026-03-01  ana    contract
    2026-03-02  ana    suspended
    2026-03-03  ana    archived
    2026-03-05  ana    resumed
    2026-03-08  ana    restored
    2026-03-01  count  ana:contract
    2026-03-04  count  nobody
    2026-03-06  count  nobody
    2026-03-08  count  ana:contract
  `,
})

describeStories('suspended paying customers', {
  'a suspended paying customer’s contract gives nothing to the team': `
    2026-01-01  north  team of ana, ben paid by ana
    2026-02-01  ana    contract
    2026-03-05  ana    suspended
    2026-03-04  count  ana:contract ben:team
    2026-03-05  count  nobody
    2026-03-10  why    ben  team.paying_customer paying customer has no source
  `,
  'a suspended paying customer’s booking, invoice and recurring product give to the team': `
    2026-01-01  north  team of ana, ben paid by ana
    2026-01-01  south  team of cara, dov paid by cara
    2026-01-01  west   team of eva, finn paid by eva
    2026-03-01         platform-invoice
    2026-03-01  ana    suspended
    2026-03-01  cara   suspended
    2026-03-01  eva    suspended
    2026-03-02  ana    booking
    2026-03-03  cara   invoice
    2026-03-04  eva    product
    2026-03-10  count  ana:booking ben:team cara:customer_invoice dov:team eva:recurring_product finn:team
  `,
  'a suspended member counts by a paying customer who is not': `
    2026-01-01  north  team of ana, ben paid by ana
    2026-02-01  ana    contract
    2026-02-01  ben    contract
    2026-03-05  ben    suspended
    2026-03-04  count  ana:contract ben:contract+team
    2026-03-10  count  ana:contract ben:team
  `,
  'an archived paying customer’s contract gives nothing to the team': `
    2026-01-01  north  team of ana, ben paid by ana
    2026-02-01  ana    contract
    2026-03-05  ana    archived
    2026-03-10  count  nobody
  `,
})

describeStories('suspensions that only later imports see', {
  'a suspension without history begins when the customer was last changed': `
    2026-03-01  ana    contract
    2026-03-05         import
    2026-03-04  count  ana:contract
    2026-03-08  ana    suspended unrecorded
    2026-03-10         import
    2026-03-07T23:59:59.999  count  ana:contract
    2026-03-08  count  nobody
    2026-03-15  ana    resumed unrecorded
    2026-03-20         import
    2026-03-14T23:59:59.999  count  nobody
    2026-03-15  count  ana:contract
  `,
  'a suspension without history or date begins when it is seen': `
    2026-03-01  ana    contract
    2026-03-05         import
    2026-03-08  ana    suspended undated
    2026-03-10         import
    2026-03-09T23:59:59.999  count  ana:contract
    2026-03-10  count  nobody
    2026-03-15  ana    resumed undated
    2026-03-20         import
    2026-03-19T23:59:59.999  count  nobody
    2026-03-20  count  ana:contract
  `,
  'archiving without history begins when it is seen, as suspension does': `
    2026-03-01  ana    contract
    2026-03-05         import
    2026-03-08  ana    archived undated
    2026-03-10         import
    2026-03-09  count  ana:contract
    2026-03-10  count  nobody
    2026-03-15  ana    restored unrecorded
    2026-03-20         import
    2026-03-14  count  nobody
    2026-03-15  count  ana:contract
  `,
  'a suspension that the history tells with the next import begins at its own instant': `
    2026-03-01  ana    contract
    2026-03-05         import
    2026-03-08  ana    suspended
    2026-03-10         import
    2026-03-07  count  ana:contract
    2026-03-08  count  nobody
    2026-03-12  ana    resumed
    2026-03-15         import
    2026-03-11  count  nobody
    2026-03-12  count  ana:contract
  `,
  'a suspension and its end between two imports are known from the history alone': `
    2026-03-01  ana    contract
    2026-03-05         import
    2026-03-07  ana    suspended
    2026-03-09  ana    resumed
    2026-03-10         import
    2026-03-06  count  ana:contract
    2026-03-08  count  nobody
    2026-03-10  count  ana:contract
  `,
  'a suspension seen without history continues one that the history told': `
    2026-03-01  ana    contract
    2026-03-02  ana    suspended
    2026-03-03  ana    resumed
    2026-03-05         import
    2026-03-08  ana    suspended unrecorded
    2026-03-10         import
    2026-03-01  count  ana:contract
    2026-03-02  count  nobody
    2026-03-04  count  ana:contract
    2026-03-09  count  nobody
  `,
  'a paying customer’s suspension that is seen late takes the team from then on': `
    2026-01-01  north  team of ana, ben paid by ana
    2026-02-01  ana    contract
    2026-03-05         import
    2026-03-08  ana    suspended undated
    2026-03-10         import
    2026-03-09  count  ana:contract ben:team
    2026-03-10  count  nobody
  `,
  'a customer who was suspended before he had any record is silent when a contract comes': `
    2026-03-01  ana    suspended
    2026-03-05         import
    2026-03-08  ana    contract
    2026-03-10         import
    2026-03-10  count  nobody
    2026-03-10  why    ana  contract.running customer suspended
  `,
  'a suspension that the history tells only after it was seen begins when the history says': `
    2026-03-01  ana    contract
    2026-03-05         import
    2026-03-08  ana    suspended undated
    2026-03-10         import
    2026-03-09  counted  ana:contract
    2026-03-07  ana    suspended
    2026-03-12         import
    2026-03-06T23:59:59.999  count  ana:contract
    2026-03-07  count  nobody
    2026-03-11  count  nobody
  `,
})
