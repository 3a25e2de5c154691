/** Both pages of bills, loaded as one: whoever opens the list opens a bill next. */
export { BillPage } from './bill-page'
export { BillsPage } from './bills-page'
