/**
 * What every feature of a browser application stands on and nothing of any feature: {@code shell} on {@code lists} on {@code look} and
 * {@code i18n}. Of the contexts it knows {@code tenancy.api} only.
 */
package eu.kontor.portalkit;
