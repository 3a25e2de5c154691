/** What stands beside the title of every page, given once around them all. */
import { createContext, type ReactNode } from 'react'

export const PageHint = createContext<ReactNode>(null)
