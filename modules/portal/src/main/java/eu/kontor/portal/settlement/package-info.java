/** Settlement windows, the close with its preview, a partner's statement down to every transfer. */
package eu.kontor.portal.settlement;
