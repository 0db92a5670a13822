/** What people do in a browser, on the whole running system: sign-in page, portal, server, database. Page objects know the screens. */
package eu.kontor.it.browser;
