package org.cotejo.sim;

/**
 * One polling station and where it lies.
 *
 * @param index 0-based, in the order of the register
 * @param code such as {@code 010111043.01}: region, municipality, parish, centre, station
 * @param region 0-based
 * @param parish 0-based, over the whole country
 * @param centre 1-based within the parish
 * @param urbanity 0 for the open country, 1 for the middle of a city
 */
record Station(int index, String code, int region, int parish, int centre, double urbanity) {}
