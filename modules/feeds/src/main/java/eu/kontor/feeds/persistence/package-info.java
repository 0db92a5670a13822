/**
 * Where feeds lie: the folders and files of a tenant, read line by line, and the rows that say how far each file has come. May use
 * the domain, JDBC and commons-csv.
 */
package eu.kontor.feeds.persistence;
