import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import type { BillProofVerdict } from '#billing/bill-proof'
import { type CliContext, json, withHeadcount } from '#cli/context'
import { figure, printable } from '#cli/tables'
import { HeadcountError } from '#errors'
import { unreadable } from '#lib/file-fault'
import { quoted } from '#lib/quote'
import { fromMinor } from '#model/money'

const EXIT_BROKEN = 1

interface VerifyFlags {
  readonly key?: string
  readonly json?: true
}

export function verifyCommand(context: CliContext, exit: (code: number) => void): Command {
  return new Command('verify')
    .description('Check that platform invoices are as they were issued; ends with 1 where one is not.')
    .argument(
      '[file]',
      'a proof pack or the audit of a bill, checked without a database; default every invoice in the database',
    )
    .option('--key <key>', 'the public key of the platform, to trust no other signature')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  headcount verify invoice-17.json')
    .action((file: string | undefined, flags: VerifyFlags) =>
      file === undefined ? verifyDatabase(context, flags, exit) : verifyFile(context, file, flags, exit),
    )
}

function verifyDatabase(
  context: CliContext,
  flags: VerifyFlags,
  exit: (code: number) => void,
): Promise<void> {
  return withHeadcount(context, async (headcount) => {
    const verdict = await headcount.verifyPlatformInvoices()
    if (!verdict.isIntact) exit(EXIT_BROKEN)
    if (flags.json) return context.terminal.out(json(verdict))
    const lines = verdict.chains.flatMap(({ networkId, entries, lastHash, faults }) => [
      `Network ${networkId}: ${figure(entries)} entries, last hash ${lastHash}`,
      ...faults.map((fault) => `  ${fault}`),
    ])
    lines.push(verdict.isIntact ? 'All platform invoices are intact.' : 'Not everything is as it was issued.')
    context.terminal.out(`${lines.join('\n')}\n`)
  })
}

async function verifyFile(
  context: CliContext,
  file: string,
  { key, json: asJson }: VerifyFlags,
  exit: (code: number) => void,
): Promise<void> {
  const [{ verifyBillProof }, { verifyProofPack }] = await Promise.all([
    import('#billing/bill-proof'),
    import('#billing/proof-pack'),
  ])
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new HeadcountError('PROOF_PACK_FILE', `The file ${quoted(file)} ${unreadable(error).message}.`)
  })
  const audit = verifyBillProof(text, key)
  if (audit !== null) {
    if (!audit.isIntact) exit(EXIT_BROKEN)
    return context.terminal.out(asJson ? json(audit) : printBillProof(audit, key))
  }
  const verdict = verifyProofPack(text, key)
  if (!verdict.isIntact) exit(EXIT_BROKEN)
  if (asJson) return context.terminal.out(json(verdict))
  const { invoice, faults, publicKey, isIntact } = verdict
  const lines: string[] = []
  if (invoice !== null) {
    const total = `${invoice.currency} ${fromMinor(invoice.totalMinor, invoice.digits)}`
    lines.push(
      `Platform invoice ${invoice.number}, ${printable(invoice.location)}, cut-off ${invoice.cutOffAt}${invoice.isVoid ? ', void' : ''}`,
      `${figure(invoice.activeUsers)} active users, ${total}`,
      signedBy(publicKey, key),
    )
  }
  lines.push(
    ...faults.map(printable),
    isIntact ? 'The proof pack is intact.' : 'The proof pack is not as it was exported.',
  )
  context.terminal.out(`${lines.join('\n')}\n`)
}

function printBillProof({ audit, faults, isIntact }: BillProofVerdict, key: string | undefined): string {
  const told =
    audit === null
      ? []
      : [
          `Audit of a bill, ${printable(audit.location)}, cut-off ${printable(audit.cutOffAt)}`,
          printable(audit.sentence),
          signedBy(audit.publicKey, key),
        ]
  const verdict = isIntact ? 'The audit is intact.' : 'The audit is not as it was exported.'
  return `${[...told, ...faults.map(printable), verdict].join('\n')}\n`
}

function signedBy(publicKey: string | null, trusted: string | undefined): string {
  return `Signed by ${printable(publicKey ?? '')}${trusted === undefined ? ', which was compared with no other' : ''}`
}
