/** Turns records into rows of the loading tables, kind by kind. */
import type { NetworkedRecord } from '#model/records'
import { copyText } from '#services/imports/copy-writer'
import { FactRefs } from '#services/imports/fact-refs'
import type { Stage } from '#services/imports/stage'
import { stageContract, stagePause } from '#services/imports/stage-contracts'
import { stageBooking, stageCustomerInvoice, stageProductSale } from '#services/imports/stage-facts'
import {
  stageCustomer,
  stageCustomerChange,
  stageLocation,
  stagePlatformInvoice,
  stageTeam,
} from '#services/imports/stage-network'

export class RecordStage {
  readonly #stage: Stage
  readonly #refs: FactRefs

  constructor(stage: Stage) {
    this.#stage = stage
    this.#refs = new FactRefs(stage.ids.refs)
  }

  /** Whether a booking, invoice or sale may have come twice. */
  get mayRepeat(): boolean {
    return this.#refs.mayRepeat
  }

  /** Stages one record. @returns a promise only where the database must be waited for */
  add(record: NetworkedRecord): Promise<void> | undefined {
    switch (record.kind) {
      case 'location':
        return stageLocation(this.#stage, record)
      case 'customer':
        return stageCustomer(this.#stage, record)
      case 'customer_change':
        return stageCustomerChange(this.#stage, record)
      case 'contract':
        return stageContract(this.#stage, record)
      case 'pause':
        return stagePause(this.#stage, record)
      case 'team':
        return stageTeam(this.#stage, record)
      case 'booking':
        return stageBooking(this.#stage, record, this.#refs)
      case 'customer_invoice':
        return stageCustomerInvoice(this.#stage, record, this.#refs)
      case 'recurring_product':
        return stageProductSale(this.#stage, record, this.#refs)
      case 'platform_invoice':
        return stagePlatformInvoice(this.#stage, record)
    }
  }

  /** Waits until every row is in the database. */
  async finish(): Promise<void> {
    const { networkId, refs } = this.#stage.ids
    for (const { ref, recordKind, externalId } of refs.fresh) {
      await this.#stage.write('external_refs', `${networkId}\t${ref}\t${recordKind}\t${copyText(externalId)}`)
    }
    await this.#stage.finish()
  }
}
