/** No tenant ever sees another's rows: proved for every table that exists, by asking the database. */
package eu.kontor.it.isolation;
