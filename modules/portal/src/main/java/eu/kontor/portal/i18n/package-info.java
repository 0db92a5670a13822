/** The features' texts: one bundle per feature in three languages; every key begins with its feature's name. */
package eu.kontor.portal.i18n;
