import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ruleOf } from '#counting/rules'
import { differencesCsv } from '#documents/differences-csv'
import { differencesXlsx } from '#documents/differences-xlsx'
import { invoicePdf } from '#documents/invoice-pdf'
import { invoicedUsersCsv } from '#documents/invoiced-users-csv'
import { invoicedUsersXlsx } from '#documents/invoiced-users-xlsx'
import { askerOf, type VerbsFor } from '#http/access'
import { attachment, FILE, sendTable, TABLE_FILE, TABLE_FORMATS } from '#http/file-answers'
import { invoiceKey, tags } from '#http/routes/platform-invoices'
import { AsOf, OurNumber } from '#http/schemas'
import { given } from '#lib/given'
import { PAPERS } from '#model/paper'
import type { Source } from '#model/source'
import { MOST_INVOICED_USERS } from '#services/platform-invoices/read'

const label = (source: Source) => ruleOf(source).label

/** Platform invoices as files. @param publicUrl the address that the PDF links to */
export function invoiceDocumentRoutes(verbsFor: VerbsFor, publicUrl: string): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/networks/:network/platform-invoices/:number/pdf',
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'downloadPlatformInvoice',
          summary: 'Download a platform invoice as a PDF',
          tags,
          params: invoiceKey,
          querystring: z.object({ paper: z.enum(PAPERS).optional().describe('Default A4.') }),
          response: {
            200: { description: 'The file.', content: { 'application/pdf': { schema: FILE } } },
          },
        },
      },
      async (request, reply) => {
        const details = await verbsFor(askerOf(request)).getPlatformInvoice(request.params)
        const { invoice, hash, network, void: voided } = details
        const path = `/settings/subscription/invoices/${invoice.number}?network=${invoice.networkId}&part=list`
        const pdf = await invoicePdf({
          ...{ invoice, hash, network, label },
          voidReason: voided?.reason ?? null,
          listUrl: `${publicUrl}${path}`,
          paper: request.query.paper ?? 'A4',
        })
        reply.header('content-disposition', attachment(`Platform invoice ${invoice.number}.pdf`))
        return reply.type('application/pdf').send(pdf)
      },
    )
    app.get(
      '/networks/:network/platform-invoices/:number/active-users/export/:format',
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'exportInvoicedUsers',
          summary: 'Download the list of a platform invoice, as frozen, as CSV or Excel',
          tags,
          params: invoiceKey.extend({ format: z.enum(TABLE_FORMATS) }),
          response: { 200: TABLE_FILE },
        },
      },
      async (request, reply) => {
        const { format, ...key } = request.params
        const verbs = verbsFor(askerOf(request))
        const { invoice } = await verbs.getPlatformInvoice(key)
        const { items } = await verbs.listInvoicedUsers({ ...key, limit: MOST_INVOICED_USERS })
        return sendTable(reply, {
          name: `Platform invoice ${invoice.number} active users`,
          format,
          csv: () => invoicedUsersCsv(items),
          xlsx: () => invoicedUsersXlsx(items, invoice, label),
        })
      },
    )
    app.get(
      '/networks/:network/platform-invoices/:number/reconciliation/export/:format',
      {
        config: { access: 'billing.read' },
        schema: {
          operationId: 'exportReconciliation',
          summary: 'Download who stands on one side alone, and why, as CSV or Excel',
          tags,
          params: invoiceKey.extend({ format: z.enum(TABLE_FORMATS) }),
          querystring: AsOf.extend({ against: OurNumber.optional() }),
          response: { 200: TABLE_FILE },
        },
      },
      async (request, reply) => {
        const { format, ...key } = request.params
        const { as_of: asOf, against } = request.query
        const verbs = verbsFor(askerOf(request))
        const found = await verbs.reconcilePlatformInvoice({ ...key, ...given({ asOf, against }) })
        return sendTable(reply, {
          name: `Platform invoice ${found.invoice.number} difference`,
          format,
          csv: () => differencesCsv(found.differences),
          xlsx: () => differencesXlsx(found, label),
        })
      },
    )
  }
}
