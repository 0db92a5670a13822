/**
 * The browser application, one package per feature: a view, its presenter, and the rows that it shows. Features know the kit and the
 * contexts' use cases, and each other by address only.
 */
package eu.kontor.portal;
