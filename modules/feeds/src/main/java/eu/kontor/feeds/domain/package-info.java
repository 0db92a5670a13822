/**
 * What a feed's lines mean: names of files, layouts, a tenant's mapping of its own columns, and the translators that turn records
 * into purchases and redemptions. Plain Java; knows neither files nor the database.
 */
package eu.kontor.feeds.domain;
