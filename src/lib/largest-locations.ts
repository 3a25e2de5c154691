/**
 * A setting of a connection: the numbers of the locations with the most customers, the largest first, as a list; empty
 * or absent where nothing is known. A statement over many locations goes by it to be quick, never to be right.
 */
export const LARGEST_LOCATIONS = 'headcount.largest_locations'
