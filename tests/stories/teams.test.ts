// With merged billing, members count through a paying customer who has a source of his own at the location.
import { describeStories } from './support/tell.ts'

describeStories('teams', {
  'the paying customer does not count by his own team': `
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-02  ben    booking
    2026-03-10  count  ben:booking
    2026-03-10  why    ana  team.paying_customer is paying customer
  `,
  'a paying customer outside his team brings in its members': `
    2026-03-01  north  team of ben, cara paid by ana
    2026-03-02  ana    contract
    2026-03-10  count  ana:contract ben:team cara:team
    2026-03-10  why    ana  contract.running counts
  `,
  'a team for which nobody pays brings in nobody': `
    2026-03-01  north  team of ben, cara
    2026-03-02  cara   contract
    2026-03-10  count  cara:contract
    2026-03-10  why    ben  team.paying_customer nobody pays
  `,
  'a team whose paying customer is idle brings in nobody': `
    2026-03-01  north  team of ana, ben, cara paid by ana
    2026-03-02  cara   contract
    2026-03-10  count  cara:contract
    2026-03-10  why    ben  team.paying_customer paying customer has no source
  `,
  'a member who has a source of his own counts by both': `
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-02  ana    contract
    2026-03-02  ben    booking
    2026-03-10  count  ana:contract ben:booking+team
  `,
  'a member of two merged teams counts once, through whichever paying customer has a source': `
    2026-03-01         platform-invoice
    2026-03-01  north  team of ana, cara paid by ana
    2026-03-01  south  team of ben, cara paid by ben
    2026-03-02  ben    booking
    2026-03-03  count  ben:booking cara:team
    2026-03-05  ana    contract
    2026-03-10  count  ana:contract ben:booking cara:team
    2026-04-01         platform-invoice
    2026-04-02  count  ana:contract cara:team
    2026-03-03  why    cara  team.paying_customer counts; team.paying_customer paying customer has no source
  `,
  'one customer who pays for two teams brings in both': `
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-01  south  team of ben, cara paid by ana
    2026-03-02  ana    contract
    2026-03-10  count  ana:contract ben:team cara:team
  `,
  'a team source is not handed on: a paying customer who counts by a team alone brings in nobody': `
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-01  south  team of ben, cara paid by ben
    2026-03-02  ana    contract
    2026-03-10  count  ana:contract ben:team
    2026-03-10  why    cara  team.paying_customer paying customer has no source
  `,
  'two customers who pay for each other both count when one has a source': `
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-01  south  team of ana, ben paid by ben
    2026-03-02  ana    booking
    2026-03-10  count  ana:booking ben:team
  `,
  'members count at every location where the paying customer has a source, and at no other': `
    2020-01-01  loft   location
    2020-01-01  pier   location
    2020-01-01  yard   location
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-02  ana    contract at loft
    2026-03-03  ana    booking at pier
    2026-03-10  count  ana@loft:contract ben@loft:team ana@pier:booking ben@pier:team
    2026-03-10  why    ben at yard  team.paying_customer paying customer has no source
  `,
  'the team source ends with the paying customer’s contract and begins with it': `
    2026-03-01               north  team of ana, ben paid by ana
    2026-03-05               ana    contract until 2026-03-08
    2026-03-04T23:59:59.999  count  nobody
    2026-03-05               count  ana:contract ben:team
    2026-03-07T23:59:59.999  count  ana:contract ben:team
    2026-03-08               count  nobody
  `,
  'a team without members changes nothing': `
    2026-03-01  north  team paid by ana
    2026-03-02  ana    contract
    2026-03-10  count  ana:contract
  `,
})

describeStories('teams that change between imports', {
  'a customer who joins or leaves a team counts by it from or until the change': `
    2026-03-01  ana    contract
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-05         import
    2026-03-04  count  ana:contract ben:team
    2026-03-08  north  team of ana, cara paid by ana
    2026-03-10         import
    2026-03-07T23:59:59.999  count  ana:contract ben:team
    2026-03-08  count  ana:contract cara:team
    2026-03-12  north  team of ana, ben, cara paid by ana
    2026-03-15         import
    2026-03-11T23:59:59.999  count  ana:contract cara:team
    2026-03-12  count  ana:contract ben:team cara:team
  `,
  'a change of a team without a date begins when it is seen': `
    2026-03-01  ana    contract
    2026-03-01  north  team of ana, ben paid by ana undated
    2026-03-05         import
    2026-03-08  north  team of ana, cara paid by ana undated
    2026-03-10         import
    2026-03-09T23:59:59.999  count  ana:contract ben:team
    2026-03-10  count  ana:contract cara:team
  `,
  'another paying customer pays from the change on': `
    2026-03-01  ana    contract
    2026-03-01  ben    booking
    2026-03-01  north  team of ana, ben, cara paid by ana
    2026-03-05         import
    2026-03-04  count  ana:contract ben:booking+team cara:team
    2026-03-08  north  team of ana, ben, cara paid by ben
    2026-03-10         import
    2026-03-07T23:59:59.999  count  ana:contract ben:booking+team cara:team
    2026-03-08  count  ana:contract+team ben:booking cara:team
  `,
  'a paying customer without a source loses the team from the change on': `
    2026-03-01  ana    contract
    2026-03-01  north  team of ana, ben, cara paid by ana
    2026-03-05         import
    2026-03-08  north  team of ana, ben, cara paid by cara
    2026-03-10         import
    2026-03-07  count  ana:contract ben:team cara:team
    2026-03-08  count  ana:contract
  `,
  'merged billing counts from its switching on until its switching off': `
    2026-03-01  ana    contract
    2026-03-01  north  team of ana, ben paid by ana not merged
    2026-03-05         import
    2026-03-04  count  ana:contract
    2026-03-08  north  team of ana, ben paid by ana
    2026-03-10         import
    2026-03-07T23:59:59.999  count  ana:contract
    2026-03-08  count  ana:contract ben:team
    2026-03-12  north  team of ana, ben paid by ana not merged
    2026-03-15         import
    2026-03-11T23:59:59.999  count  ana:contract ben:team
    2026-03-12  count  ana:contract
    2026-03-12  why    ben  team.paying_customer no merged billing
  `,
  'a paying customer’s name that was taken away ends the team source': `
    2026-03-01  ana    contract
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-05         import
    2026-03-08  north  team of ana, ben
    2026-03-10         import
    2026-03-07  count  ana:contract ben:team
    2026-03-08  count  ana:contract
    2026-03-08  why    ben  team.paying_customer nobody pays
  `,
  'members, payer and merged billing can change at once': `
    2026-03-01  ana    contract
    2026-03-01  dov    contract
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-05         import
    2026-03-08  north  team of cara, dov paid by dov
    2026-03-10         import
    2026-03-07  count  ana:contract ben:team dov:contract
    2026-03-08  count  ana:contract cara:team dov:contract
  `,
  'a team that the first import tells has been so for ever': `
    2026-02-01  ana    contract
    2026-03-08  north  team of ana, ben paid by ana
    2026-03-10         import
    2026-02-02  count  ana:contract ben:team
  `,
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
  'a team that is first seen by a later import of a network that has other teams counts from its last change too': `
    2026-03-01  ana    contract
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-05         import
    2026-03-04  count  ana:contract ben:team
    2026-03-08  south  team of ana, cara paid by ana
    2026-03-10         import
    2026-03-07  count  ana:contract ben:team
    2026-03-08  count  ana:contract ben:team cara:team
  `,
  'a team that is first seen later changes after that as others do': `
    2026-03-01  ana    contract
    2026-03-05         import
    2026-03-08  north  team of ana, ben paid by ana undated
    2026-03-10         import
    2026-03-10  count  ana:contract ben:team
    2026-03-12  north  team of ana, cara paid by ana
    2026-03-15         import
    2026-03-09  count  ana:contract
    2026-03-11  count  ana:contract ben:team
    2026-03-15  count  ana:contract cara:team
  `,
  'a paying customer who comes to another location later takes his team along': `
    2020-01-01  loft   location
    2020-01-01  pier   location
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-01  ana    contract at loft
    2026-03-05         import
    2026-03-04  count  ana@loft:contract ben@loft:team
    2026-03-08  ana    booking at pier
    2026-03-10         import
    2026-03-10  count  ana@loft:contract ben@loft:team ana@pier:booking ben@pier:team
  `,
  'a member who was known by his team alone can count by himself later': `
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-01  ana    contract
    2026-03-05         import
    2026-03-08  ben    booking
    2026-03-10         import
    2026-03-07  count  ana:contract ben:team
    2026-03-10  count  ana:contract ben:booking+team
  `,
  'a member who was known by his team alone can pay for another team later': `
    2026-03-01  north  team of ana, ben paid by ana
    2026-03-01  ana    contract
    2026-03-05         import
    2026-03-08  ben    booking
    2026-03-08  south  team of cara paid by ben
    2026-03-10         import
    2026-03-10  count  ana:contract ben:booking+team cara:team
  `,
})

describeStories('since when team members count', {
  'a member counts since the paying customer’s first evidence that counts': `
    2026-03-01         platform-invoice
    2026-01-01  north  team of ana, ben paid by ana
    2026-03-05  ana    invoice
    2026-03-03  ana    booking
    2026-03-04  ana    booking cancelled
    2026-03-10  since  ana:2026-03-05 ben:2026-03-05
    2026-03-10  count  ana:customer_invoice ben:team
  `,
  'a member who joined later counts since he joined': `
    2026-01-01  north  team of ana, ben paid by ana
    2026-01-01  ana    contract
    2026-01-05         import
    2026-02-08  north  team of ana, ben, cara paid by ana
    2026-02-10         import
    2026-03-10  since  ana:2026-01-01 ben:2026-01-01 cara:2026-02-08
    2026-03-10  count  ana:contract ben:team cara:team
  `,
  'a member with a source of his own counts since the first of all': `
    2026-01-01  north  team of ana, ben paid by ana
    2026-03-05  ana    booking
    2026-03-03  ben    booking
    2026-03-10  since  ben:2026-03-03 ana:2026-03-05
    2026-03-10  count  ana:booking ben:booking+team
  `,
  'a member of two teams counts since the first that brings him in': `
    2026-01-01  north  team of ana, cara paid by ana
    2026-01-01  south  team of ben, cara paid by ben
    2026-03-05  ana    booking
    2026-03-03  ben    booking
    2026-03-10  since  ben:2026-03-03 cara:2026-03-03 ana:2026-03-05
    2026-03-10  count  ana:booking ben:booking cara:team
  `,
  'a suspended customer counts since his first evidence that is not silenced': `
    2026-01-01  ana    contract
    2026-03-03  ana    booking
    2026-03-05  ana    suspended
    2026-03-04  since  ana:2026-01-01
    2026-03-10  since  ana:2026-03-03
  `,
  'the first evidence of a window is the first that lies in it': `
    2026-02-10  ana    booking
    2026-02-11  ben    product
    2026-03-01         platform-invoice
    2026-03-05  ana    booking
    2026-03-20  since  ana:2026-03-05 ben:2026-03-11
  `,
})
