/** Answers that are files. */
import { z } from 'zod'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const FILE = z.custom<string | Buffer>().meta({ type: 'string', format: 'binary' })

/** The name for old and new browsers (RFC 6266): plain letters first, then every script. */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w .-]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, escape)}`
}
