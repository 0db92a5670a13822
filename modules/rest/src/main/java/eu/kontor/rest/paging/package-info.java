/** Lists in pages: limits, cursors, and where the next page is. */
package eu.kontor.rest.paging;
