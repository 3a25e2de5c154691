/** Answers that are files. */
import type { FastifyReply } from 'fastify'
import { z } from 'zod'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const FILE = z.custom<string | Buffer>().meta({ type: 'string', format: 'binary' })

/** A table is asked for as one of these. */
export const TABLE_FORMATS = ['csv', 'xlsx'] as const
export const TABLE_FILE = {
  description: 'The file.',
  content: { 'text/csv': { schema: FILE }, [XLSX]: { schema: FILE } },
}

interface TableFile {
  /** Of the file, without its ending. */
  readonly name: string
  readonly format: (typeof TABLE_FORMATS)[number]
  readonly csv: () => string
  readonly xlsx: () => Promise<Buffer>
}

/** The mark at the beginning of a CSV file tells spreadsheets that it is UTF-8. */
export async function sendTable(
  reply: FastifyReply,
  { name, format, csv, xlsx }: TableFile,
): Promise<FastifyReply> {
  reply.header('content-disposition', attachment(`${name}.${format}`))
  if (format === 'csv') return reply.type('text/csv; charset=utf-8').send(`\ufeff${csv()}`)
  return reply.type(XLSX).send(await xlsx())
}

/** The name for old and new browsers (RFC 6266): plain letters first, then every script. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w .-]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`
}
