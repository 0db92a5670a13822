/** What the search on one key does beside finding: it leads to where a thing is done, with its panel or dialog open. */
package eu.kontor.portal.commands;
