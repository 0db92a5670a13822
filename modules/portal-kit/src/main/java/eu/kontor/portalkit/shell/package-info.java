/**
 * What surrounds every view: how views come to their collaborators, who is signed in, navigation, search, themes. Features offer
 * themselves: a view by its annotations {@code @Menu} and {@link eu.kontor.portalkit.shell.ForRoles}, what can be searched as a
 * {@link eu.kontor.portalkit.shell.Searchable}.
 */
package eu.kontor.portalkit.shell;
