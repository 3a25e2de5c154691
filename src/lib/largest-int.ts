/** The largest number that a column of type `integer` holds; our ids and numbers are such. */
export const LARGEST_INT = 2_147_483_647
