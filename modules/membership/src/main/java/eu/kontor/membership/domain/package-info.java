/** Rules about members: how names are searched for, what a confirmation code is and when it is locked. Plain Java. */
package eu.kontor.membership.domain;
