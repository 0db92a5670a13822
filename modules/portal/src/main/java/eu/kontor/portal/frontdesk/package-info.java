/**
 * The cashier's journey: recognise a guest, earn, redeem, say the result aloud; from scan to receipt in eight seconds, without a
 * mouse. Uses the portal's shell, looks and the members' panels; through presenters, membership, ledger, checkout and program.
 */
package eu.kontor.portal.frontdesk;
